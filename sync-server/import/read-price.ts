import { currencyDecimals } from '../../domain/base/iso-4217.ts';
import { readPriceText } from '../../domain/base/decimal-text.ts';
import { UNIT_PRICE_SCALE } from '../../domain/base/money.ts';
import { accept, type Result } from '../../domain/base/result.ts';
import { type Fault, fault } from './import-rows.ts';
import type { Row } from './read-rows.ts';

/** Whether a price may be zero: a free gift is a product, and an order line for nothing is none. */
export interface PriceRules {
  /** ISO 4217. */
  readonly currency: string;
  readonly mayBeZero: boolean;
}

/** `1.234,50` and `0,49` as a file with decimal commas writes them, with a point. */
function withPoint(text: string): string {
  const match = /^(-?\d{1,3}(?:\.\d{3})+|-?\d+),(\d+)$/.exec(text);
  return match === null ? text : `${match[1]?.replaceAll('.', '') ?? ''}.${match[2] ?? ''}`;
}

/** Reads a price in the currency's units, 2.55 or 0.001, into thousandths of a minor unit (rule M1). */
export function readPrice(row: Row, column: string, { currency, mayBeZero }: PriceRules): Result<number, Fault> {
  const raw = row.get(column).trim();
  if (row.decimalComma && currencyDecimals(currency) < 3 && /^[1-9]\d{0,2}\.\d{3}$/.test(raw)) {
    const [whole = '', rest = ''] = raw.split('.');
    return fault(column, 'ambiguous_point', { whole: `${whole}${rest}`, decimal: `${whole},${rest}` });
  }
  const text = row.decimalComma ? withPoint(raw) : raw;
  if (/^-\d/.test(text)) return fault(column, 'negative', {});
  if (/^\d+,\d+$/.test(text)) return fault(column, 'decimal_comma', {});
  if (!/^\d{1,9}(\.\d+)?$/.test(text)) return fault(column, 'not_price', {});
  const price = readPriceText(text, currency);
  if (price === null) return fault(column, 'decimals', { most: currencyDecimals(currency) + 3 });
  return price === 0 && !mayBeZero ? fault(column, 'zero', {}) : accept(price);
}

/** Reads an amount that can be paid, in the currency's units, into minor units. */
export function readMoney(row: Row, column: string, currency: string): Result<number, Fault> {
  const price = readPrice(row, column, { currency, mayBeZero: true });
  if (!price.ok) return price;
  return price.value % UNIT_PRICE_SCALE === 0 ? accept(price.value / UNIT_PRICE_SCALE) : fault(column, 'too_fine', { currency });
}
