import { accept, type Result } from '../../domain/base/result.ts';
import { type Fault, fault } from './import-rows.ts';
import type { Row } from './read-rows.ts';

/** The row as if a part of one of its texts were all of it: for what reads whole columns. */
export const withText = (row: Row, text: string): Row => ({ ...row, get: () => text });

/** A whole number of at most nine digits. */
export function readWhole(text: string, column: string): Result<number, Fault> {
  return /^\d{1,9}$/.test(text) ? accept(Number(text)) : fault(column, 'not_whole', {});
}

/** Each text of a list, read one by one; the first that is wrong refuses the row. */
export function readEach<T>(texts: readonly string[], read: (text: string) => Result<T, Fault>): Result<T[], Fault> {
  const values: T[] = [];
  for (const text of texts) {
    const value = read(text);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return accept(values);
}

/** A pair of `SKU:2|SKU:1` or `50.00:5|100.00:10`. @param example shown where it is none. */
export function readPair(text: string, column: string, example: string): Result<readonly [string, string], Fault> {
  const at = text.lastIndexOf(':');
  return at < 1 ? fault(column, 'not_pairs', { example }) : accept([text.slice(0, at), text.slice(at + 1)]);
}
