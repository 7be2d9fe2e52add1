import type { FulfillmentLine, FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { words } from '../words/words.ts';

/** What a line of an order replaces, for whoever reads it; null where it is what was ordered. */
export function insteadOf({ lines }: Pick<FulfillmentOrder, 'lines'>, { insteadOf: ordered }: FulfillmentLine): string | null {
  const line = ordered === undefined ? undefined : lines.find((one) => one.lineNo === ordered.lineNo);
  return line === undefined ? null : words('kit.insteadOf', { name: line.name });
}
