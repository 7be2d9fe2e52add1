import { z } from 'zod';
import { entityId } from './envelope.ts';
import { minorAmount } from './money.ts';

/** Where a unit price comes from. */
export const priceSource = z.enum(['catalog', 'price_list', 'entered', 'barcode', 'scale', 'order']);

/** Something that made a line cheaper or dearer than its price, with its reason. */
export const adjustment = z.strictObject({
  source: z.enum(['promotion', 'price_override', 'line_discount', 'sale_discount', 'reward', 'bundle']),
  /** The promotion, the reward or the SKU of the bundle; null where a person did it, or where several promotions share the amount. */
  sourceId: entityId.nullable().default(null),
  /** Negative takes off. */
  amountMinor: minorAmount,
  /** A code of the list of reasons; null for promotions. */
  reason: entityId.nullable().default(null),
  /** Who allowed it; null where it needed nobody. */
  approvedBy: entityId.nullable().default(null),
  /** Whether a badge showed who it was; left out where a PIN did. */
  byBadge: z.literal(true).exactOptional(),
});

export type Adjustment = z.infer<typeof adjustment>;
export type PriceSource = z.infer<typeof priceSource>;

/**
 * Adds to sums by id what promotions and rewards took off, in minor units; those that share an amount are not told apart.
 * @param part how much of an amount counts; all of it unless told.
 */
export function addPromotions(
  adjustments: readonly Adjustment[],
  into: Map<string, number>,
  part: (amountMinor: number) => number = (amountMinor) => amountMinor,
): void {
  for (const { source, sourceId, amountMinor } of adjustments) {
    if (sourceId === null || (source !== 'promotion' && source !== 'reward')) continue;
    into.set(sourceId, (into.get(sourceId) ?? 0) + part(-amountMinor));
  }
}

/** What each promotion or reward took off a line, in minor units. */
export function promotionsIn({ adjustments }: { readonly adjustments: readonly Adjustment[] }): Map<string, number> {
  const taken = new Map<string, number>();
  addPromotions(adjustments, taken);
  return taken;
}

/** What was taken off a line altogether, in minor units; negative where it became dearer. */
export function discountOf({ adjustments }: { readonly adjustments: readonly Adjustment[] }): number {
  return -adjustments.reduce((sum, one) => sum + one.amountMinor, 0) || 0;
}
