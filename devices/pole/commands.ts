import iconv from 'iconv-lite';
import type { PoleDisplay, PoleText } from '../../domain/device/pole.ts';
import { layOutLine } from './lay-out.ts';

/** A display that is somewhere. */
export type PlacedPole = Extract<PoleDisplay, { driver: 'network' | 'serial' }>;

const ESC = 0x1b;
const CR = 0x0d;
/** The numbers of the sets of characters for `ESC t`, as Epson counts them. */
export const CODE_PAGE_NUMBERS = { cp437: 0, cp858: 19, cp852: 18, cp866: 17 } as const;

/** Without a character for it, a sign is a question mark. */
const encoded = (line: string, codePage: PlacedPole['codePage']) => iconv.encode(line, codePage);

/**
 * Says both lines in one go: writing over what stands there does not flicker, as clearing first would. CD5220: `ESC Q A` and `ESC Q B`
 * write a line up to CR. Epson: `ESC t` chooses the characters, and `US $` moves the cursor to the start of a line.
 */
export function poleBytes(text: PoleText, { commands, codePage }: Pick<PlacedPole, 'commands' | 'codePage'>): Uint8Array {
  const [upper, lower] = text.map((line) => encoded(layOutLine(line), codePage)) as [Buffer, Buffer];
  if (commands === 'cd5220') {
    return Buffer.concat([Buffer.of(ESC, 0x51, 0x41), upper, Buffer.of(CR, ESC, 0x51, 0x42), lower, Buffer.of(CR)]);
  }
  const home = (line: number) => Buffer.of(0x1f, 0x24, 1, line);
  return Buffer.concat([Buffer.of(ESC, 0x74, CODE_PAGE_NUMBERS[codePage]), home(1), upper, home(2), lower]);
}
