import type { Goods } from '../exceptions/exception.ts';
import { type FulfillmentLine, type FulfillmentOrder, hasEnded, reservedUnits } from './fulfillment-order.ts';
import type { LeavingLine, NotTakenLine, NotTakenReason } from './payloads.ts';

/** What it means for an order that its goods left the store. */
export interface Departure {
  /** Everything that left, whatever the order asked for. */
  readonly goods: Goods[];
  /** The lines as they read from then on. */
  readonly lines: FulfillmentLine[];
  /** How the stock changes, line by line: `onHand` goes down, and what was reserved is released. */
  readonly stock: readonly { readonly sku: string; readonly onHand: number; readonly reserved: number }[];
  /** Units that left although the order did not have them here any more, of an order that had not ended. */
  readonly excess: Goods[];
  /** Units that the order still had here and that the customer did not take: nobody sends them. */
  readonly declined: readonly { readonly lineNo: number; readonly quantity: number }[];
  /** Units that the order still had here and that did not leave with it, for no reason: the pool has to source them anew. */
  readonly missing: readonly { readonly lineNo: number; readonly quantity: number }[];
}

/** What is picked of an order, to be told when it leaves. */
export function linesLeaving(order: FulfillmentOrder): LeavingLine[] {
  return order.lines.filter((line) => line.picked > 0).map(({ lineNo, sku, picked }) => ({ lineNo, sku, quantity: picked }));
}

/** All of an order that is not short. */
export function linesHere(order: FulfillmentOrder): LeavingLine[] {
  return order.lines
    .filter((line) => line.quantity > line.short)
    .map(({ lineNo, sku, quantity, short }) => ({ lineNo, sku, quantity: quantity - short }));
}

/**
 * What version 1 did not tell: all that was not short. Where the pool had moved everything elsewhere and the goods left
 * all the same, nobody in the store knew of that, so what was moved has left too (rule J5).
 */
function linesSupposed(order: FulfillmentOrder): LeavingLine[] {
  const here = linesHere(order);
  if (here.length > 0) return here;
  return order.lines.map(({ lineNo, sku, moved = 0 }) => ({ lineNo, sku, quantity: moved })).filter((line) => line.quantity > 0);
}

interface CountedLine {
  readonly line: FulfillmentLine;
  readonly left: number;
  readonly notTaken: Record<NotTakenReason, number>;
  /** Units that were here and did not leave; of them, those that the customer did not take. */
  readonly rest: number;
  readonly declined: number;
}

/**
 * A line as it reads from then on. Units that the customer did not take are short too. Of an order that had expired, money is still owed
 * for what did not leave after all.
 */
function lineAfter({ line, left, notTaken: { refused, damaged }, rest, declined }: CountedLine): FulfillmentLine {
  const { toRefund: owed = 0, ...before } = line;
  const toRefund = Math.max(0, owed - left) + declined;
  return {
    ...before,
    picked: Math.min(left, line.quantity),
    short: line.short + rest,
    ...(refused > 0 && { refused }),
    ...(damaged > 0 && { damaged }),
    ...(toRefund > 0 && { toRefund }),
  };
}

function sumOf(lines: readonly LeavingLine[]): number {
  return lines.reduce((sum, one) => sum + one.quantity, 0);
}

/**
 * Works out what an order's departure changes.
 * @param told what left, line by line; null when the operation did not tell.
 * @param notTaken what stayed at the counter. Goods that the order never had are left out: they were not in the bag.
 */
export function departureOf(
  order: FulfillmentOrder,
  told: readonly LeavingLine[] | null,
  notTaken: readonly NotTakenLine[] = [],
): Departure {
  const leaving = told ?? linesSupposed(order);
  const isOf = (line: FulfillmentLine) => (one: LeavingLine) => one.lineNo === line.lineNo && one.sku === line.sku;
  const foreign = leaving.filter((one) => !order.lines.some((line) => isOf(line)(one)));
  const counted = order.lines.map((line) => {
    const left = sumOf(leaving.filter(isOf(line)));
    const here = reservedUnits(order, line);
    const stayed = (reason: NotTakenReason) => sumOf(notTaken.filter((one) => one.reason === reason && isOf(line)(one)));
    const stays = { refused: stayed('refused'), damaged: stayed('damaged') };
    const rest = Math.max(0, here - left);
    return { line, left, here, notTaken: stays, rest, declined: Math.min(rest, stays.refused + stays.damaged) };
  });
  const open = !hasEnded(order);
  return {
    goods: leaving.map(({ sku, quantity }) => ({ sku, quantity })),
    lines: counted.map(lineAfter),
    stock: [
      ...counted
        .map(({ line, left, here, notTaken: { damaged } }) => ({ sku: line.sku, onHand: -(left + damaged) || 0, reserved: -here || 0 }))
        .filter(({ onHand, reserved }) => onHand !== 0 || reserved !== 0),
      ...foreign.map(({ sku, quantity }) => ({ sku, onHand: -quantity, reserved: 0 })),
    ],
    excess: open
      ? [
          ...counted.filter(({ left, here }) => left > here).map(({ line, left, here }) => ({ sku: line.sku, quantity: left - here })),
          ...foreign.map(({ sku, quantity }) => ({ sku, quantity })),
        ]
      : [],
    declined: counted.filter((one) => one.declined > 0).map(({ line, declined }) => ({ lineNo: line.lineNo, quantity: declined })),
    missing: counted
      .filter((one) => one.rest > one.declined)
      .map(({ line, rest, declined }) => ({ lineNo: line.lineNo, quantity: rest - declined })),
  };
}
