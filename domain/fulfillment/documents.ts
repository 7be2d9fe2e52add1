import { defineDocument } from '../base/define-document.ts';
import { defineEvent } from '../base/effect.ts';
import { TEN_YEARS } from '../base/retention.ts';
import { tote } from './tote.ts';
import { wave } from './wave.ts';
import { endOfOrder, type FulfillmentOrder, fulfillmentOrder } from './fulfillment-order.ts';

/**
 * The order as apps read it that know neither totes, signed codes, substitutes nor the end of an order that nobody fetched. A substitute
 * is a line like any other for them.
 */
function olderOrder({
  totes: _,
  pickupCodeId: _id,
  usedCodeId: _used,
  keepUntil: _until,
  toldAt: _told,
  mailAgain: _again,
  acknowledged: _seen,
  arrival: _outside,
  giftMessage: _gift,
  state,
  lines,
  ...order
}: FulfillmentOrder) {
  return {
    ...order,
    lines: lines.map(({ substitutes: _list, insteadOf: _ordered, ...line }) => line),
    state: state.status === 'expired' ? { status: state.status, at: state.at } : state,
  };
}

export const fulfillmentOrderDocument = defineDocument({
  kind: 'fulfillment_order',
  schema: fulfillmentOrder,
  scope: 'store',
  stored: {
    in: 'table',
    table: 'fulfillment_orders',
    key: 'id',
    columns: {
      order_id: { path: ['orderId'], type: 'text' },
      location_id: { path: ['locationId'], type: 'text' },
      kind: { path: ['kind'], type: 'text' },
      status: { path: ['state', 'status'], type: 'text' },
      placed_at: { path: ['placedAt'], type: 'timestamptz' },
    },
  },
  held: 'memory',
  retention: { ...TEN_YEARS, register: { daysAfterEnd: 'ordersInMemory' }, feed: { daysAfterEnd: 'ordersOnRegisters' } },
  personal: [
    'customer.name',
    'customer.email',
    'customer.phone',
    'shipTo.line1',
    'shipTo.city',
    'shipTo.region',
    'shipTo.postalCode',
    'shipTo.country',
    'arrival.car',
    'giftMessage',
  ],
  before: { version: 2, body: olderOrder },
  idOf: (order) => order.id,
  storeOf: (order) => order.locationId,
  endOf: endOfOrder,
  datedBy: ['placedAt'],
  numberOf: (order) => order.orderNumber,
});

/**
 * Who picks what, for the registers of the store. It is over as often as it was touched last: whether there is still something to pick
 * say its orders. No books: it is kept for as long as somebody may ask who had it.
 */
export const waveDocument = defineDocument({
  kind: 'wave',
  since: 2,
  schema: wave,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 7 }, feed: { daysAfterEnd: 14 }, server: { daysAfterEnd: 90 } },
  personal: [],
  idOf: (one) => one.id,
  storeOf: (one) => one.storeId,
  endOf: (one) => one.since,
  datedBy: ['startedAt'],
});

/** What lies in a tote. No book of its own: an empty one tells nothing, and the next order begins it anew. */
export const toteDocument = defineDocument({
  kind: 'tote',
  since: 2,
  schema: tote,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 1 }, feed: { daysAfterEnd: 2 }, server: { daysAfterEnd: 90 } },
  personal: [],
  idOf: (one) => one.id,
  storeOf: (one) => one.storeId,
  endOf: (one) => (one.goods.length === 0 ? one.since : null),
  datedBy: ['since'],
});

/** A pickup is ready for its customer, for the first time. */
export const orderReady = defineEvent<FulfillmentOrder>({
  event: 'order_ready',
  keptDays: 90,
  idsOf: ({ id, orderId, locationId }) => ({ fulfillmentOrderId: id, orderId, locationId }),
});

/** Somebody in the store has the customer of a ready pickup told once more. */
export const pickupMailWanted = defineEvent<FulfillmentOrder>({
  event: 'pickup_mail_wanted',
  keptDays: 90,
  idsOf: ({ id, orderId, locationId, mailAgain }) => ({ fulfillmentOrderId: id, orderId, locationId, time: String(mailAgain?.times ?? 0) }),
});

/** Nobody fetched a pickup in time. Its money is to be given back. */
export const pickupExpired = defineEvent<FulfillmentOrder>({
  event: 'pickup_expired',
  keptDays: 90,
  idsOf: ({ id, orderId, locationId }) => ({ fulfillmentOrderId: id, orderId, locationId }),
});

/** Units of an online order that its location will not fulfill and the pool has to source anew. */
export interface UnfulfilledUnits {
  readonly fulfillmentOrder: FulfillmentOrder;
  readonly lines: readonly { readonly lineNo: number; readonly quantity: number }[];
  /** Given up for now, not for want of goods: the location can be asked again after a while. */
  readonly reason?: 'too_busy' | 'closed';
}

export const unfulfilled = defineEvent<UnfulfilledUnits>({
  event: 'unfulfilled',
  keptDays: 90,
  idsOf: ({ fulfillmentOrder: { id, orderId, locationId } }) => ({ fulfillmentOrderId: id, orderId, locationId }),
});

/** Something else was picked for units of an order. */
export const substituted = defineEvent<FulfillmentOrder>({
  event: 'substituted',
  keptDays: 90,
  idsOf: ({ id, orderId, locationId }) => ({ fulfillmentOrderId: id, orderId, locationId }),
});

/** Units that a customer was to get from a location and did not take: nobody sends them, and their money is to be given back. */
export interface DeclinedUnits {
  /** The order as it was before. */
  readonly fulfillmentOrder: FulfillmentOrder;
  readonly lines: readonly { readonly lineNo: number; readonly quantity: number }[];
}

export const declined = defineEvent<DeclinedUnits>({
  event: 'declined',
  keptDays: 90,
  idsOf: ({ fulfillmentOrder: { id, orderId, locationId } }) => ({ fulfillmentOrderId: id, orderId, locationId }),
});
