import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { FIRST_PREV_HASH } from '../../../domain/base/envelope.ts';
import { hashedText } from '../../../domain/base/hash-operation.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import { formatReceiptNumber } from '../../../domain/sale/receipt-number.ts';
import type { Told } from './page/main.ts';

/** What is known of a device, and what is found on it. */
export interface AfterKill {
  /** Of its receipt numbers. */
  readonly prefix: string;
  /** Everything of which a person was told that it is done, and what was found at an earlier start; by `seq`, from 1. */
  readonly told: readonly Told[];
  /** What the journal has, by key. */
  readonly journal: readonly Operation[];
  /** What the mirror has, line by line. */
  readonly mirror: readonly Operation[];
}

export interface Compared {
  /** How many of those that were told are not there, or are other ones. */
  readonly lost: number;
  /** What is there and was not told: written, and killed before anybody could be told. */
  readonly untold: readonly Operation[];
  /** Everything that is not as it has to be, in words; the lost ones among it. */
  readonly wrong: readonly string[];
}

export function toldOf(operation: Operation): Told {
  return {
    seq: operation.seq,
    hash: operation.hash,
    receiptNumber: 'receiptNumber' in operation.payload ? operation.payload.receiptNumber : null,
  };
}

/**
 * Whether a journal is gapless and chained, its hashes are those of its content, and its receipts are numbered one by one (rules J2,
 * J7).
 */
function checkChain(prefix: string, journal: readonly Operation[]): string[] {
  const wrong: string[] = [];
  let before = { seq: 0, hash: FIRST_PREV_HASH, receipts: 0 };
  for (const operation of journal) {
    const { seq, hash, prevHash, receiptCount } = operation;
    const { receiptNumber } = toldOf(operation);
    const receipts = before.receipts + (receiptNumber === null ? 0 : 1);
    if (seq !== before.seq + 1) wrong.push(`J2: ${seq} comes after ${before.seq}`);
    if (prevHash !== before.hash) wrong.push(`J2: ${seq} does not chain on`);
    if (hash !== createHash('sha256').update(hashedText(operation)).digest('hex'))
      wrong.push(`J2: ${seq} has another hash than its content`);
    if (receiptCount !== receipts) wrong.push(`J7: ${seq} counts ${receiptCount} receipts, not ${receipts}`);
    if (receiptNumber !== null && receiptNumber !== formatReceiptNumber(prefix, receipts))
      wrong.push(`J7: ${seq} has receipt ${receiptNumber} in place ${receipts}`);
    before = { seq, hash, receipts };
  }
  return wrong;
}

/** Compares what a device has after a kill with what people were told on it. */
export function compareAfterKill({ prefix, told, journal, mirror }: AfterKill): Compared {
  const there = new Map(journal.map((operation) => [operation.seq, operation]));
  const lost = told.filter(({ seq, hash }) => there.get(seq)?.hash !== hash);
  const toldSeqs = new Set(told.map(({ seq }) => seq));
  const untold = journal.filter(({ seq }) => !toldSeqs.has(seq));
  const numbers = new Map(told.map(({ seq, receiptNumber }) => [receiptNumber, seq]));
  const reused = journal.filter((operation) => {
    const { receiptNumber, seq } = toldOf(operation);
    return receiptNumber !== null && (numbers.get(receiptNumber) ?? seq) !== seq;
  });
  // A line may be there twice: when the answer to its writing was lost, it is written again.
  const lines = new Map(mirror.map((line) => [line.seq, line]));
  const unmirrored = journal.filter((operation) => !isDeepStrictEqual(lines.get(operation.seq), operation));
  const ahead = mirror.filter((line) => !isDeepStrictEqual(there.get(line.seq), line));
  return {
    lost: lost.length,
    untold,
    wrong: [
      ...lost.map(({ seq }) => `J1: ${seq} was told and is ${there.has(seq) ? 'another one' : 'not there'}`),
      ...(untold.length > 1 ? [`J1: ${untold.map(({ seq }) => seq).join(', ')} are there, and nobody was told: one at most can be`] : []),
      ...reused.map((operation) => `J7: ${operation.seq} has a receipt number that was given to another`),
      ...checkChain(prefix, journal),
      ...unmirrored.map(({ seq }) => `R5: ${seq} is not in the mirror`),
      ...ahead.map(({ seq }) => `R5: the mirror has ${seq} as the journal has not`),
    ],
  };
}
