/** What a printer says: how it is, how its paper is (asked behind the text), or the number of a job. */
export type PrinterSaid =
  | { readonly kind: 'state'; readonly byte: number }
  | { readonly kind: 'paper'; readonly byte: number }
  | { readonly kind: 'job'; readonly number: string };

const JOB_HEAD = 0x37;
const JOB_BYTES = 7;
const JOB_NUMBER_AT = 2;
const JOB_NUMBER_END = 6;
const AUTOMATIC_BYTES = 4;
const FIXED = 0x93;
const STATE = 0x12;
const AUTOMATIC = 0x10;
const NOT_PAPER = 0x90;

/**
 * Reads what a printer has sent. `DLE EOT` answers with one byte in which bits 1 and 4 are set, `GS r` with one in which bits 4 and 7 are
 * not, and `GS ( H` with `7"`, four characters and NUL. What a printer says by itself is left out (automatic status, XON, XOFF).
 * @returns what was said, and the bytes at the end that are not whole yet.
 */
export function readReplies(bytes: readonly number[]): { readonly said: readonly PrinterSaid[]; readonly rest: readonly number[] } {
  const said: PrinterSaid[] = [];
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const length = byte === JOB_HEAD ? JOB_BYTES : (byte & FIXED) === AUTOMATIC ? AUTOMATIC_BYTES : 1;
    if (at + length > bytes.length) break;
    if (byte === JOB_HEAD) {
      said.push({ kind: 'job', number: String.fromCharCode(...bytes.slice(at + JOB_NUMBER_AT, at + JOB_NUMBER_END)) });
    } else if ((byte & FIXED) === STATE) said.push({ kind: 'state', byte });
    else if ((byte & NOT_PAPER) === 0) said.push({ kind: 'paper', byte });
    at += length;
  }
  return { said, rest: bytes.slice(at) };
}
