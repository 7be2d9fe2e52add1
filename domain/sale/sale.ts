import { z } from 'zod';
import { currency, minorAmount, unitPrice } from '../base/money.ts';
import { lineTax } from '../tax/tax.ts';
import { adjustment, priceSource } from '../pricing/adjustment.ts';
import { quantityDecimals, unit } from '../base/measure.ts';
import { businessDate, entityId, instant, quantity } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { tender } from '../payments/tender.ts';

const nonNegative = minorAmount.min(0);

/** `PREFIX-000123`: the register's prefix and its gapless receipt number (rule J7). */
export const receiptNumber = text.regex(/^[A-Z0-9]{1,8}-\d{1,12}$/, 'A receipt number looks like A1-000123.');

/** What a line sells. Goods alone are on a shelf. */
export const saleLineKind = z.enum(['goods', 'service', 'gift_card', 'fee', 'deposit']);

/** A line as it was sold. Its amounts are final: refunds reverse them, nothing recalculates them (rule J9). */
export const saleLine = z.strictObject({
  lineNo: z.number().int().min(1).max(9999),
  kind: saleLineKind,
  sku: entityId,
  gtin: text.nullable(),
  name: text.max(500),
  /** In steps of 10^−`quantityDecimals` of `unit`; stock counts the same steps. */
  quantity,
  unit,
  quantityDecimals,
  /** Of the units sold, where they have one; never more than there are units. */
  serialNumbers: z.array(entityId).max(500),
  unitPrice,
  priceSource,
  /** Unit price times quantity, rounded once. */
  grossMinor: nonNegative,
  adjustments: z.array(adjustment).max(50),
  taxClass: entityId,
  taxes: z.array(lineTax).max(10),
  /** The sum of `taxes`. */
  taxMinor: nonNegative,
  /** What the customer pays for the line: gross and adjustments (and taxes where prices do not include them). */
  totalMinor: nonNegative,
  /** Who sold it, where that is another than who completed the sale. */
  associateId: entityId.nullable(),
  note: text.max(300).nullable(),
  /** The gift card, deposit or serviced article that the line is about; null for most. */
  reference: entityId.nullable(),
  /** The order that delivers it: then nothing leaves this shelf. Null where the customer takes it along. */
  orderId: entityId.nullable(),
});

export const saleCompletedPayload = z.strictObject({
  receiptNumber,
  currency,
  pricesIncludeTax: z.boolean(),
  customerId: entityId.nullable(),
  /** The certificate that exempts the customer from tax; null where there is none. */
  taxExemptionId: entityId.nullable(),
  lines: z.array(saleLine).min(1, 'A sale has at least one line.').max(2000),
  totalMinor: nonNegative,
  taxMinor: nonNegative,
  /** What rounding for cash adds to (or, negative, takes off) the total. It is a line of its own (rule M3). */
  roundingMinor: minorAmount,
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
