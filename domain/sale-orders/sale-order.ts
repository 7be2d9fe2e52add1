import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { shortCode } from '../base/short-code.ts';
import { text } from '../base/text.ts';

/** How the customer gets goods that are ordered: sent to the address in their profile, or kept for them in a store. */
export const saleOrderFulfillment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ship') }),
  /** The store by its name, too: a receipt is printed without the server. */
  z.strictObject({ kind: z.literal('pickup'), storeId: entityId, storeName: text.max(200) }),
]);

/** Goods of a sale that the pool delivers. Lines name it by `orderId`. Who gets them is the customer of the sale. */
export const saleOrder = z.strictObject({ id: entityId, fulfillment: saleOrderFulfillment });

/** As many ways of delivery as a sale has at most. */
export const MOST_ORDERS = 20;

export type SaleOrder = z.infer<typeof saleOrder>;
export type SaleOrderFulfillment = SaleOrder['fulfillment'];

/**
 * The code by which the goods of a sale are picked up. It is made of the order's id, which nobody can guess: so each print of the
 * receipt shows it, and the journal does not.
 */
export function salePickupCode(orderId: string): string {
  return shortCode(`pickup:${orderId}`);
}

/** The same way to the same place. */
export function isSameFulfillment(one: SaleOrderFulfillment, other: SaleOrderFulfillment): boolean {
  if (one.kind === 'ship' || other.kind === 'ship') return one.kind === other.kind;
  return one.storeId === other.storeId;
}
