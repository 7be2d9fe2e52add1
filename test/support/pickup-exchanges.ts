import { exchangePickup } from '../../domain/exchanges/exchange-pickup.ts';
import type { PickupExchanged } from '../../domain/exchanges/pickup-exchange.ts';
import { handOverOrder, type NotTaken } from '../../domain/fulfillment/hand-over-order.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { AT, fulfillmentLineOf, shiftOf } from './examples.ts';
import { priced } from './exchanges.ts';
import { orderIn } from './fulfillment.ts';

/** A ready pickup: three of an article for 100.00 in all, and one of another for 25.00. */
export const READY: FulfillmentOrder = {
  ...orderIn({ status: 'ready', stagingLocation: 'Shelf 1', at: AT }),
  kind: 'pickup',
  lines: [
    fulfillmentLineOf({ quantity: 3, picked: 3, totalMinor: 10_000, taxMinor: 800 }),
    fulfillmentLineOf({ lineNo: 2, sku: 'B', quantity: 1, picked: 1, totalMinor: 2_500, taxMinor: 200 }),
  ],
};

/** One piece of the first article stays: 33.33 of it, as the two that leave carry 66.67. */
export const ONE_STAYS: readonly NotTaken[] = [{ lineNo: 1, reason: 'refused', quantity: 1 }];

/** The pickup is handed over but for this, and another article is taken for so much. */
export function swap(notTaken: readonly NotTaken[], takenMinor: number, cashGivenMinor = 0, order: FulfillmentOrder = READY) {
  const ready = { ...order, state: READY.state };
  const handover = handOverOrder(ready, { by: 'pickup_code', code: 'K7P2' }, [], notTaken);
  if (!handover.ok) return handover;
  return exchangePickup({
    order: ready,
    handover: handover.value.payload,
    receiptNumber: 'A1-000002',
    sale: { priced: priced('C', 1, takenMinor), currency: 'USD', pricesIncludeTax: false, cashGivenMinor },
  });
}

/** The same, decided. @throws Error where it is refused. */
export function swapped(...asked: Parameters<typeof swap>): PickupExchanged {
  const decision = swap(...asked);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.value;
}

/** What a till knows of an order. */
export const knowing = (order: FulfillmentOrder) => DocumentMap.of(fulfillmentOrderDocument, order).with(shiftDocument, shiftOf());
