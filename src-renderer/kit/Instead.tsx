import type { FulfillmentLine, FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { insteadOf } from '../../texts/say/instead-of.ts';

/** What a line of an order replaces; nothing where it is what was ordered. */
export function Instead({ order, line }: { readonly order: FulfillmentOrder; readonly line: FulfillmentLine }) {
  const sentence = insteadOf(order, line);
  return sentence === null ? null : <em>{sentence}</em>;
}
