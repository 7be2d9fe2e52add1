import { z } from 'zod';
import { defineOperation, type RequestedBy } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';
import { lineTotal, unitPrice } from '../base/money.ts';
import { quantityDecimals } from '../base/measure.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';

/** Why the book of a shelf is wrong, or goods left it without a sale: codes that the journal keeps. */
export const ADJUST_REASONS = ['damaged', 'expired', 'found', 'missing', 'stolen', 'own_use', 'other'] as const;

export type AdjustReason = (typeof ADJUST_REASONS)[number];

/** The most units of one adjustment: a slip of the hand, or a code typed as a number, is more. */
export const MOST_ADJUSTED = 1_000_000;

export const stockAdjustedPayload = z.strictObject({
  sku: entityId,
  /** Units that the shelf has more (positive) or fewer than the book said; grams of weighed goods. */
  difference: z
    .number()
    .int()
    .min(-MOST_ADJUSTED)
    .max(MOST_ADJUSTED)
    .refine((units) => units !== 0, 'Nothing is adjusted.'),
  reason: entityId,
  /** What one costs by the catalog of the register, and in which steps it is sold: they say what the adjustment comes to. */
  unitPrice,
  quantityDecimals,
});

type Adjusted = z.infer<typeof stockAdjustedPayload>;

/** What the units come to at their price, in minor units: by it roles are limited (rule A1). */
export function worthOfAdjustment({ difference, unitPrice: price, quantityDecimals: decimals }: Omit<Adjusted, 'sku' | 'reason'>): number {
  return lineTotal(price, Math.abs(difference), decimals);
}

/** Somebody looked at the shelf and says by how much the book is wrong (rule P4). A difference: what happens meanwhile stays right. */
export const stockAdjusted = defineOperation({
  type: 'stock_adjusted',
  since: 3,
  permission: 'stock.adjust',
  payload: stockAdjustedPayload,
  weighs: worthOfAdjustment,
  amounts: (payload) => [['worthMinor', worthOfAdjustment(payload)]],
  apply: (_reader, { storeId, payload: { sku, difference } }) => [
    { kind: 'stock', locationId: storeId, sku, onHand: difference, reserved: 0, cause: 'adjustment' },
  ],
});

/** What a person counted on the shelf. */
export interface Counted {
  readonly sku: string;
  readonly reason: AdjustReason;
  readonly unitPrice: number;
  readonly quantityDecimals: Adjusted['quantityDecimals'];
  /** By how much there is more or less than the book says. */
  readonly difference: number;
}

/** Decides an adjustment. Refuses none, and more than anybody believes. */
export function adjustStock(counted: Counted): Result<RequestedBy<typeof stockAdjusted>, Refusal> {
  const { difference } = counted;
  if (!Number.isSafeInteger(difference) || difference === 0) return refuse('quantity_not_valid');
  if (Math.abs(difference) > MOST_ADJUSTED) return refuse('amount_too_large');
  return accept(stockAdjusted.request(counted));
}
