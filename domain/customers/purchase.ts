import { z } from 'zod';
import { instant } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import type { GoodsReturned } from '../returns/return.ts';
import type { SaleCompleted } from '../sale/sale.ts';

/** Something that a customer bought, or brought back, as their history shows it. */
export const purchase = z.strictObject({
  kind: z.enum(['sale', 'return']),
  receiptNumber: text,
  storeName: text,
  at: instant,
  currency,
  /** In minor units; what was paid back is positive too. */
  totalMinor: minorAmount,
  lines: z.array(z.strictObject({ name: text, quantity: z.number().int(), quantityDecimals: z.number().int() })),
});

export type Purchase = z.infer<typeof purchase>;

/** Where and when it was. */
type Event = Pick<Purchase, 'storeName' | 'at'>;

const lineOf = ({ name, quantity, quantityDecimals }: Purchase['lines'][number]) => ({ name, quantity, quantityDecimals });

export function purchaseOfSale({ receiptNumber, currency: paidIn, totalMinor, lines }: SaleCompleted, { storeName, at }: Event): Purchase {
  return { kind: 'sale', receiptNumber, storeName, at, currency: paidIn, totalMinor, lines: lines.map(lineOf) };
}

export function purchaseOfReturn(
  { receiptNumber, currency: paidIn, refundMinor, lines }: GoodsReturned,
  { storeName, at }: Event,
): Purchase {
  return { kind: 'return', receiptNumber, storeName, at, currency: paidIn, totalMinor: refundMinor, lines: lines.map(lineOf) };
}

/** Purchases with those of a second list that the first does not have, the newest first. */
export function joinPurchases(first: readonly Purchase[], second: readonly Purchase[]): Purchase[] {
  const known = new Set(first.map(({ receiptNumber }) => receiptNumber));
  return [...first, ...second.filter(({ receiptNumber }) => !known.has(receiptNumber))].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
