import { z } from 'zod';
import { currency, minorAmount, unitPrice } from '../base/money.ts';
import { businessDate, entityId, instant, quantity } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { tender } from '../payments/tender.ts';

const nonNegative = minorAmount.min(0);

/** `PREFIX-000123`: the register's prefix and its gapless receipt number (rule J7). */
export const receiptNumber = text.regex(/^[A-Z0-9]{1,8}-\d{1,12}$/, 'A receipt number looks like A1-000123.');

/** A line as it was sold. Its amounts are final: refunds reverse them, nothing recalculates them (rule J9). */
export const saleLine = z.strictObject({
  lineNo: z.number().int().min(1).max(9999),
  sku: entityId,
  gtin: text.nullable(),
  name: text.max(500),
  quantity,
  unitPrice,
  /** Unit price times quantity, rounded once. */
  grossMinor: nonNegative,
  /** What promotions took off this line. */
  discountMinor: nonNegative,
  promotionIds: z.array(entityId).max(20),
  taxClass: entityId,
  /** Parts per million: 8.875 % is 88_750. */
  taxRatePpm: z.number().int().min(0).max(1_000_000),
  taxMinor: nonNegative,
  /** What the customer paid for the line: gross − discount (+ tax where prices do not include it). */
  totalMinor: nonNegative,
});

export const saleCompletedPayload = z.strictObject({
  receiptNumber,
  currency,
  pricesIncludeTax: z.boolean(),
  lines: z.array(saleLine).min(1, 'A sale has at least one line.').max(2000),
  totalMinor: nonNegative,
  taxMinor: nonNegative,
  tenders: z.array(tender).min(1).max(20),
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
});

export type SaleLine = z.infer<typeof saleLine>;
export type SaleCompleted = z.infer<typeof saleCompletedPayload>;
export type Sale = z.infer<typeof sale>;
