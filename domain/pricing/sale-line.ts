import { z } from 'zod';
import { adjustment, priceSource } from '../base/adjustment.ts';
import { entityId, quantity } from '../base/envelope.ts';
import { quantityDecimals, unit } from '../base/measure.ts';
import { minorAmount, unitPrice } from '../base/money.ts';
import { text } from '../base/text.ts';
import { lineTax } from '../tax/tax.ts';
import { lineWeighing } from '../weighing/line-weighing.ts';

const nonNegative = minorAmount.min(0);

/** What a line sells, or takes: a payment of what a customer owes is a line, too. Goods alone are on a shelf. */
export const saleLineKind = z.enum(['goods', 'service', 'gift_card', 'fee', 'deposit', 'account_payment']);

/** A line as it was sold. Its amounts are final: refunds reverse them, nothing recalculates them (rule J9). */
export const saleLine = z.strictObject({
  lineNo: z.number().int().min(1).max(9999),
  kind: saleLineKind.default('goods'),
  sku: entityId,
  gtin: text.nullable().default(null),
  name: text.max(500),
  /** In steps of 10^−`quantityDecimals` of `unit`; stock counts the same steps. */
  quantity,
  unit: unit.default('piece'),
  quantityDecimals: quantityDecimals.default(0),
  /** Of the units sold, where they have one; never more than there are units. */
  serialNumbers: z.array(entityId).max(500).default([]),
  /** How its weight came about; left out where it was not weighed. */
  weighing: lineWeighing.exactOptional(),
  unitPrice,
  priceSource: priceSource.default('catalog'),
  /** Unit price times quantity, rounded once. */
  grossMinor: nonNegative,
  adjustments: z.array(adjustment).max(50).default([]),
  taxClass: entityId,
  taxes: z.array(lineTax).max(10),
  /** The sum of `taxes`. */
  taxMinor: nonNegative,
  /** What the customer pays for the line: gross and adjustments (and taxes where prices do not include them). */
  totalMinor: nonNegative,
  /** The points that it earned its customer. */
  points: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  /** Who sold it, where that is another than who completed the sale. */
  associateId: entityId.nullable().default(null),
  note: text.max(300).nullable().default(null),
  /** The gift card, account, deposit or serviced article that the line is about; null for most. */
  reference: entityId.nullable().default(null),
  /** The order that delivers it: then nothing leaves this shelf. Null where the customer takes it along. */
  orderId: entityId.nullable().default(null),
});

export type SaleLine = z.infer<typeof saleLine>;
