import { z } from 'zod';
import { currency, minorAmount, unitPrice } from '../base/money.ts';
import { entityId, quantity } from '../base/envelope.ts';

/** Before discounts and tax, which only a completed sale has. */
const grossMinor = minorAmount.min(0);

/** Goods that were on the counter of a sale that was not paid. */
const goodsOnCounter = z.strictObject({
  currency,
  lines: z
    .array(z.strictObject({ sku: entityId, quantity, unitPrice }))
    .min(1)
    .max(2000),
  grossMinor,
});

/** A sale was given up: its goods were taken off the counter at once. Nothing was sold; reports count it. */
export const saleClearedPayload = goodsOnCounter.extend({
  /** A code of the list of reasons; null where an older app asked for none. */
  reason: entityId.nullable().default(null),
});

/** A sale that was cleared was put back on the counter. */
export const saleBroughtBackPayload = goodsOnCounter;

/** Units were taken off a line of a sale in progress; all of them where none are left. */
export const saleLineReducedPayload = z.strictObject({
  currency,
  sku: entityId,
  unitPrice,
  quantityBefore: quantity,
  quantityAfter: z.number().int().min(0).max(1_000_000),
  /** What the units that were taken off cost. */
  grossMinor,
});

export type SaleCleared = z.infer<typeof saleClearedPayload>;
export type GoodsOnCounter = z.infer<typeof goodsOnCounter>;
export type LineReduced = z.infer<typeof saleLineReducedPayload>;
