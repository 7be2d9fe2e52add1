import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import { raiseException } from '../exceptions/raise.ts';
import { departureOf } from './departure.ts';
import { declined, fulfillmentOrderDocument, unfulfilled } from './documents.ts';
import { type FulfillmentOrder, type FulfillmentState, hasEnded } from './fulfillment-order.ts';
import type { OrderHandedOver, OrderShipped } from './payloads.ts';

/** The goods left the store: stock on hand goes down by what really left, and what was reserved is released. */
export function leaveStore(
  reader: StoreReader,
  order: FulfillmentOrder,
  operation: OrderHandedOver | OrderShipped,
  state: FulfillmentState,
): Effect[] {
  const handedOver = operation.type === 'order_handed_over';
  const departure = departureOf(order, operation.payload.lines, handedOver ? operation.payload.notTaken : []);
  // Nobody waits outside any more, and nobody needs to know in which car they did.
  const { arrival: _, ...rest } = order;
  const codeId = operation.type === 'order_handed_over' ? operation.payload.codeId : null;
  const used = codeId === null ? {} : { usedCodeId: codeId };
  const effects: Effect[] = [
    ...departure.stock.map(
      (change): Effect => ({ kind: 'stock', locationId: order.locationId, cause: handedOver ? 'handover' : 'shipment', ...change }),
    ),
    fulfillmentOrderDocument.put({ ...rest, ...used, lines: departure.lines, state }),
  ];
  if (departure.declined.length > 0) effects.push(declined.effect({ fulfillmentOrder: order, lines: departure.declined }));
  if (departure.missing.length > 0) effects.push(unfulfilled.effect({ fulfillmentOrder: order, lines: departure.missing }));
  const { id, orderNumber } = order;
  if (hasEnded(order)) {
    // Whoever picked, packed and sent it after its end left one disagreement behind, not one for each step.
    effects.push(
      raiseException(reader, operation, {
        kind: handedOver ? 'handed_over_after_end' : 'shipped_after_end',
        about: id,
        turns: `picked_after_end:${id}`,
        subject: orderNumber,
        goods: departure.goods,
        facts: { order: orderNumber, status: order.state.status },
      }),
    );
  }
  if (departure.excess.length > 0) {
    effects.push(
      raiseException(reader, operation, {
        kind: handedOver ? 'handed_over_too_many' : 'shipped_too_many',
        about: id,
        subject: orderNumber,
        goods: departure.excess,
        facts: { order: orderNumber },
      }),
    );
  }
  return effects;
}
