import { defineEvent } from '../base/effect.ts';

interface OfOrder {
  readonly orderId: string;
}

const orderOnly = ({ orderId }: OfOrder) => ({ orderId });

/** The pool took an order, from a web shop or from a sale. */
export const orderPlaced = defineEvent<OfOrder>({ event: 'order_placed', keptDays: 90, idsOf: orderOnly });

/** What the list of orders says of an order is different, and no other event of the same transaction names it. */
export const orderChanged = defineEvent<OfOrder>({ event: 'order_changed', keptDays: 90, idsOf: orderOnly });

/** Units of an order were cancelled before they left: by whoever placed it, or by a return at a till. */
export const orderCancelled = defineEvent<OfOrder>({ event: 'order_cancelled', keptDays: 90, idsOf: orderOnly });
