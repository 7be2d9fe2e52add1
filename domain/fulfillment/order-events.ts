import { defineEvent, type EventEffect } from '../base/effect.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import { haveLeft } from './on-order.ts';

const idsOf = ({ id, orderId, locationId }: FulfillmentOrder) => ({ fulfillmentOrderId: id, orderId, locationId });

/** The carrier took what a location sends. */
export const orderShipped = defineEvent<FulfillmentOrder>({ event: 'order_shipped', keptDays: 90, idsOf });

/** The customer fetched what a location had for them, or a part of it. */
export const orderHandedOver = defineEvent<FulfillmentOrder>({ event: 'order_handed_over', keptDays: 90, idsOf });

/** Units that a location had sent or handed over came back. */
export const orderReturned = defineEvent<FulfillmentOrder>({ event: 'order_returned', keptDays: 90, idsOf });

const unitsReturned = ({ lines }: FulfillmentOrder) => lines.reduce((sum, { returned }) => sum + returned, 0);

/** What happened to a fulfillment order between two of its states. */
export function orderEvents(before: FulfillmentOrder | undefined, after: FulfillmentOrder): EventEffect[] {
  const hasLeftNow = haveLeft(after) && (before === undefined || !haveLeft(before));
  const returned = unitsReturned(after) > (before === undefined ? 0 : unitsReturned(before));
  return [
    ...(hasLeftNow && after.state.status === 'shipped' ? [orderShipped.effect(after)] : []),
    ...(hasLeftNow && after.state.status === 'handed_over' ? [orderHandedOver.effect(after)] : []),
    ...(returned ? [orderReturned.effect(after)] : []),
  ];
}
