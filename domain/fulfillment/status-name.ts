import type { FulfillmentStatus } from './fulfillment-order.ts';

const NAMES: Record<FulfillmentStatus, string> = {
  open: 'waiting',
  acknowledged: 'waiting',
  picking: 'being picked',
  picked: 'picked',
  packed: 'packed',
  ready: 'ready for pickup',
  handed_over: 'handed over',
  shipped: 'shipped',
  rejected: 'rejected',
  cancelled: 'cancelled',
  expired: 'not picked up in time',
};

/** Where a fulfillment order stands, as a part of a sentence: `it was handed over by then`. */
export function statusName(status: FulfillmentStatus): string {
  return NAMES[status];
}
