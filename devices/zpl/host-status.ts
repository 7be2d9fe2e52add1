import type { Answered } from '../printing/trouble.ts';

const [STX, ETX] = [0x02, 0x03];

/** Asks how the printer is, at once (`~HS`). It answers with three lines between STX and ETX. */
export const ASK_STATUS = '~HS\n';

/** How a label printer is. */
export interface LabelStatus {
  readonly state: Answered;
  /** Labels that it has been sent and has not printed. */
  readonly waiting: number;
}

/** The lines in what a printer has sent; `rest` is a line that is not whole yet. What stands outside of a line is noise. */
export function readLines(bytes: readonly number[]): { readonly said: string[]; readonly rest: readonly number[] } {
  const said: string[] = [];
  let rest = bytes;
  for (;;) {
    const start = rest.indexOf(STX);
    if (start === -1) return { said, rest: [] };
    const end = rest.indexOf(ETX, start);
    if (end === -1) return { said, rest: rest.slice(start) };
    said.push(Buffer.from(rest.slice(start + 1, end)).toString('latin1'));
    rest = rest.slice(end + 1);
  }
}

/**
 * Reads the first two lines of `~HS`, field by field: paper, pause, formats in the buffer, heat; head, ribbon, labels left of a batch.
 * @returns null where they are none.
 */
export function readStatus(first: string, second: string): LabelStatus | null {
  const [one, two] = [first.split(','), second.split(',')];
  if (one.length < 12 || two.length < 9) return null;
  const isOn = (fields: readonly string[], index: number) => Number(fields[index]) === 1;
  const failed = isOn(one, 2) || isOn(one, 9) || isOn(one, 11);
  const state: Answered = {
    kind: 'answered',
    paper: isOn(one, 1) || isOn(two, 3) ? 'out' : 'enough',
    cover: isOn(two, 2) ? 'open' : 'closed',
    failed,
    drawer: 'closed',
  };
  return { state, waiting: Number(one[4]) + Number(two[8]) };
}
