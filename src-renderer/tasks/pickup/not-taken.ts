import type { FulfillmentLine, FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { NotTaken } from '../../../domain/fulfillment/hand-over-order.ts';
import type { NotTakenReason } from '../../../domain/fulfillment/payloads.ts';
import { asOrdered } from '../../../domain/fulfillment/substitute.ts';
import { shareOf } from '../../../domain/orders/refunds.ts';

/** In the order in which money is shared out: what is taken comes first, then these. */
export const REASONS: readonly NotTakenReason[] = ['refused', 'damaged'];

/** Units that the customer does not take, by line number and reason. */
export type Stays = ReadonlyMap<number, Readonly<Record<NotTakenReason, number>>>;

export const NOTHING_STAYS: Stays = new Map();

/** What the customer does not take of a line, of which no more can stay than is in the bag. */
export interface Staying {
  readonly line: FulfillmentLine;
  readonly reason: NotTakenReason;
  readonly quantity: number;
  /** What it cost the customer, tax included, in minor units. */
  readonly amountMinor: number;
}

/** How many units of a line stay for a reason. */
export function staying(stays: Stays, { lineNo }: FulfillmentLine, reason: NotTakenReason): number {
  return stays.get(lineNo)?.[reason] ?? 0;
}

/** Has as many units of a line stay for a reason as are asked for, and as are left of it beside the other reason. */
export function setStaying(stays: Stays, line: FulfillmentLine, reason: NotTakenReason, quantity: number): Stays {
  const others = { refused: staying(stays, line, 'refused'), damaged: staying(stays, line, 'damaged'), [reason]: 0 };
  const most = line.picked - others.refused - others.damaged;
  return new Map(stays).set(line.lineNo, { ...others, [reason]: Math.max(0, Math.min(quantity, most)) });
}

/** What stays, line by line, with its money: as the pool shares it out, so that the sentence on the screen is what is given back. */
export function stayingOf(order: FulfillmentOrder, stays: Stays): Staying[] {
  return order.lines.flatMap((line) => {
    let before = line.picked - REASONS.reduce((sum, reason) => sum + staying(stays, line, reason), 0);
    return REASONS.flatMap((reason): Staying[] => {
      const quantity = staying(stays, line, reason);
      if (quantity === 0 || before < 0) return [];
      const amountMinor = shareOf(asOrdered(order, line), before, quantity).totalMinor;
      before += quantity;
      return [{ line, reason, quantity, amountMinor }];
    });
  });
}

/** The same, for the decision. */
export function notTakenOf(order: FulfillmentOrder, stays: Stays): NotTaken[] {
  return stayingOf(order, stays).map(({ line, reason, quantity }) => ({ lineNo: line.lineNo, reason, quantity }));
}
