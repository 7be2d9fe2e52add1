import { accept, type Result } from '../../domain/result.ts';
import { type Fault, fault } from './import-rows.ts';
import type { Row } from './read-rows.ts';

/** Decimals of a major unit that thousandths of a minor unit can hold, for a currency with two decimals. */
const DECIMALS = 5;

/**
 * Reads a price in major units with up to five decimals, 2.55 or 0.001, into thousandths of a minor unit, without ever
 * passing through a float (rule M1). Currencies have two decimals here.
 */
export function readPrice(row: Row, column: string): Result<number, Fault> {
  const text = row.get(column).trim();
  const match = /^(-?)(\d{1,9})(?:\.(\d+))?$/.exec(text);
  if (match === null) return fault(column, 'is no price');
  const [, sign, whole = '', decimals = ''] = match;
  if (sign === '-') return fault(column, 'is negative');
  if (decimals.replace(/0+$/, '').length > DECIMALS) return fault(column, `has more than ${DECIMALS} decimals`);
  const price = Number(`${whole}${decimals.slice(0, DECIMALS).padEnd(DECIMALS, '0')}`);
  return price === 0 ? fault(column, 'is zero') : accept(price);
}
