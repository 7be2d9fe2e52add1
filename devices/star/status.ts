import type { Answered } from '../printing/trouble.ts';

/** What a printer of Star says of itself, the automatic status (ASB). */
export interface StarStatus {
  /** How many ETB it has carried out, modulo 32. Each is carried out when all before it is on paper. */
  readonly printed: number;
  readonly drawer: 'high' | 'low';
  readonly paper: Answered['paper'];
  readonly cover: Answered['cover'];
  readonly failed: boolean;
}

/** Where each byte stands, and its bits. */
const [PRINTER_AT, ERROR_AT, PAPER_AT, PRINTED_AT] = [2, 3, 5, 7];
const PRINTER = { drawer: 0x04, offline: 0x08, cover: 0x20 };
/** Too hot, beyond repair, cutter. */
const FAILURES = 0x68;
const PAPER = { low: 0x04, out: 0x08 };
const [HEAD_MASK, HEAD] = [0x11, 0x01];
const SHORTEST = 8;

/** Bits 1 to 3, 5 and 6 hold a number from 0 to 31: the others say where a status begins. */
const numberIn = (byte: number) => ((byte >> 1) & 0x07) | ((byte >> 2) & 0x18);

/** The byte that holds a number from 0 to 31, without the marks of a head. */
export const byteOf = (number: number) => ((number & 0x07) << 1) | ((number & 0x18) << 2);

function readStatus(bytes: readonly number[]): StarStatus {
  const [printer = 0, error = 0, paper = 0, printed = 0] = [PRINTER_AT, ERROR_AT, PAPER_AT, PRINTED_AT].map((at) => bytes[at]);
  const isOut = (paper & PAPER.out) !== 0;
  const isOpen = (printer & PRINTER.cover) !== 0;
  return {
    printed: numberIn(printed),
    drawer: (printer & PRINTER.drawer) === 0 ? 'low' : 'high',
    paper: isOut ? 'out' : (paper & PAPER.low) === 0 ? 'enough' : 'low',
    cover: isOpen ? 'open' : 'closed',
    failed: (error & FAILURES) !== 0 || ((printer & PRINTER.offline) !== 0 && !isOut && !isOpen),
  };
}

/**
 * Reads what a printer of Star has sent: each status begins with its length, in a byte in which bit 0 is set and bit 4 is not. What does
 * not begin so is left out.
 * @returns what was said, and the bytes at the end that are not whole yet.
 */
export function readStatuses(bytes: readonly number[]): { readonly said: readonly StarStatus[]; readonly rest: readonly number[] } {
  const said: StarStatus[] = [];
  let at = 0;
  while (at < bytes.length) {
    const head = bytes[at] ?? 0;
    const length = (head & HEAD_MASK) === HEAD ? numberIn(head) : 0;
    if (length < SHORTEST) {
      at += 1;
      continue;
    }
    if (at + length > bytes.length) break;
    said.push(readStatus(bytes.slice(at, at + length)));
    at += length;
  }
  return { said, rest: bytes.slice(at) };
}
