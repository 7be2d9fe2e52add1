import { type FulfillmentOrder, reservedUnits } from './fulfillment-order.ts';
import { endWith } from './put-back.ts';

const DAY_MS = 86_400_000;

/**
 * Until when a ready pickup waits for its customer, in epoch milliseconds; null where it waits until somebody ends it, or does not wait.
 * @param days how long pickups of its store wait; 0 for as long as it takes.
 */
export function keptUntil({ state, keepUntil }: Pick<FulfillmentOrder, 'state' | 'keepUntil'>, days: number): number | null {
  if (state.status !== 'ready' || days === 0) return null;
  const waited = Date.parse(state.at) + days * DAY_MS;
  return keepUntil === undefined ? waited : Math.max(waited, Date.parse(keepUntil));
}

/** A pickup that nobody fetched: its units are free again, its goods wait to be put back, and its money is to be given back. */
export interface ExpiredOrder {
  readonly order: FulfillmentOrder;
  /** Units that are not reserved any more and that nobody sends, line by line. */
  readonly lines: readonly { readonly lineNo: number; readonly sku: string; readonly quantity: number }[];
}

/** Ends a ready pickup that nobody fetched. @param at when, an instant. */
export function expireOrder(order: FulfillmentOrder, at: string): ExpiredOrder {
  const here = order.lines.map((line) => ({ line, quantity: reservedUnits(order, line) }));
  return {
    order: {
      ...order,
      lines: here.map(({ line, quantity }) => (quantity === 0 ? line : { ...line, short: line.short + quantity, toRefund: quantity })),
      state: endWith(order, { status: 'expired', at }),
    },
    lines: here.filter(({ quantity }) => quantity > 0).map(({ line: { lineNo, sku }, quantity }) => ({ lineNo, sku, quantity })),
  };
}
