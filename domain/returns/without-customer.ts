import type { FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';

/** What stands where a text was left out: registers of every version want one. */
const LEFT_OUT = 'Not shown';

/**
 * A delivery as a return needs it: goods, amounts and what came back. Who ordered, where it went, its parcel, and the code it was
 * handed over for are left out.
 */
export function withoutCustomer(order: FulfillmentOrder): FulfillmentOrder {
  const { state } = order;
  return {
    ...order,
    customer: { name: LEFT_OUT, email: null, phone: null },
    shipTo: null,
    pickupCodeHash: null,
    state: state.status === 'shipped' ? { ...state, trackingNumber: LEFT_OUT } : state,
  };
}
