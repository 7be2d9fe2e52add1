import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';

/** How many fulfillment orders a wave can hold. */
export const WAVE_LIMIT = 500;

/** A wave: the orders that one picker takes through the shop at once, and who that is. */
export const wave = z.strictObject({
  id: entityId,
  storeId: entityId,
  startedAt: instant,
  /** The orders that joined it. What became of each says the order. */
  orderIds: z.array(entityId).max(WAVE_LIMIT),
  /** Orders that it was to hold and that were not free any more: who had each by then, where that is known. */
  lost: z
    .array(z.strictObject({ fulfillmentOrderId: entityId, pickerId: entityId.nullable() }))
    .max(WAVE_LIMIT)
    .default([]),
  /** Who picks it; null while it is released, or where nobody was signed in. */
  pickerId: entityId.nullable(),
  /** Who had it before somebody else took it over; null where nobody did. */
  takenFrom: entityId.nullable().default(null),
  /** The register on which it was taken last. */
  registerId: entityId,
  /** Since when it has been with this picker, or with nobody. */
  since: instant,
});

export type Wave = z.infer<typeof wave>;

/** Who had an order when this wave wanted it; undefined where the wave has it, or never wanted it. */
export function lostTo(one: Wave, fulfillmentOrderId: string): Wave['lost'][number] | undefined {
  return one.lost.find((order) => order.fulfillmentOrderId === fulfillmentOrderId);
}
