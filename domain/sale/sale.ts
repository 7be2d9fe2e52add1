import { saleLine } from '../pricing/sale-line.ts';
import { z } from 'zod';
import { currency, minorAmount } from '../base/money.ts';
import { businessDate, entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { ageCheck } from './check-age.ts';
import { onAccount, tender } from '../payments/tender.ts';
import { MOST_CODES, usedCoupon } from '../promotions/coupon.ts';
import { MOST_ORDERS, saleOrder } from '../sale-orders/sale-order.ts';

/** As many tenders as a sale has at most. */
export const MOST_TENDERS = 20;

const nonNegative = minorAmount.min(0);

/** `PREFIX-000123`: the register's prefix and its gapless receipt number (rule J7). */
export const receiptNumber = text.regex(/^[A-Z0-9]{1,8}-\d{1,12}$/, 'A receipt number looks like A1-000123.');

export const saleCompletedPayload = z.strictObject({
  receiptNumber,
  currency,
  pricesIncludeTax: z.boolean(),
  /** When its first article was on the counter, by the device's time; null where nobody knows. */
  begunAt: instant.nullable().default(null),
  customerId: entityId.nullable().default(null),
  /** The certificate that exempts the customer from tax; null where there is none. */
  taxExemptionId: entityId.nullable().default(null),
  /** That the customer is old enough for the goods; null where nobody had to be asked. */
  ageCheck: ageCheck.nullable().default(null),
  /** The codes that made it cheaper, and promotions that are good for a number of its customer's sales. */
  coupons: z
    .array(usedCoupon)
    .max(MOST_CODES * 10)
    .default([]),
  lines: z.array(saleLine).min(1, 'A sale has at least one line.').max(2000),
  /** Goods that the pool delivers: shipped, or picked up in a store. */
  orders: z.array(saleOrder).max(MOST_ORDERS).default([]),
  totalMinor: nonNegative,
  taxMinor: nonNegative,
  /** What rounding for cash adds to (or, negative, takes off) the total. It is a line of its own (rule M3). */
  roundingMinor: minorAmount.default(0),
  tenders: z.array(tender).min(1).max(MOST_TENDERS),
  /** What its customer's account was let do; null where anybody may do that, or it paid nothing. */
  onAccount: onAccount.nullable().default(null),
  /** The points that paid a part of it, or took something off its lines: never both. */
  usedPoints: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});

/** A sale as the replica keeps it: what was sold, and how much of each line has come back. */
export const sale = saleCompletedPayload.extend({
  saleId: entityId,
  storeId: entityId,
  registerId: entityId,
  associateId: entityId.nullable(),
  businessDate,
  at: instant,
  /** Units returned so far, by line number. */
  returned: z.record(text, z.number().int().min(0)),
  /** What was paid back so far, in minor units; null where each unit gave back its own share, which `returned` tells. */
  refundedMinor: nonNegative.nullable().default(null),
  /** What was given back so far by what paid for it, in minor units, by the reference of the tender; null while nothing was. */
  refundedTo: z.record(text, nonNegative).nullable().default(null),
  /** Whether it was taken back as a whole, as if it had not been. */
  isVoided: z.boolean().default(false),
});

export type SaleCompleted = z.infer<typeof saleCompletedPayload>;
export type Sale = z.infer<typeof sale>;
