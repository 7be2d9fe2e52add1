import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { addGoods, raiseException } from '../exceptions/raise.ts';
import { fulfillmentOrderDocument, unfulfilled } from './documents.ts';
import {
  type FulfillmentLine,
  type FulfillmentOrder,
  hasEnded,
  type RejectReason,
  reservedUnits,
  unitsToPick,
} from './fulfillment-order.ts';
import { giveUpUnits } from './give-up-units.ts';
import { onOrder, withState } from './on-order.ts';
import type { OrderRejected } from './payloads.ts';
import { endWith } from './put-back.ts';

/** After how many hours a location is asked again that gave up for want of time. */
export const ASKED_AGAIN_AFTER_HOURS = { too_busy: 2, closed: 12 } as const;

/**
 * This store cannot fulfill the order, or some of its lines; the pool looks elsewhere.
 * @param lineNos the lines of which nothing more is picked here; none for the whole order. Refuses lines of which nothing is to pick
 * (`nothing_to_pick`).
 */
export function rejectOrder(
  order: FulfillmentOrder,
  reason: RejectReason,
  lineNos: readonly number[] = [],
): Result<RequestFor<OrderRejected>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (lineNos.length === 0) return accept({ type: 'order_rejected', payload: { fulfillmentOrderId: order.id, reason, lineNos: [] } });
  const open = order.lines.filter((line) => unitsToPick(line) > 0).map((line) => line.lineNo);
  const chosen = open.filter((lineNo) => lineNos.includes(lineNo));
  if (chosen.length === 0) return refuse('nothing_to_pick');
  // What is left would be an order of nothing.
  const isWhole = chosen.length === open.length && order.lines.every((line) => line.picked === 0);
  return accept({ type: 'order_rejected', payload: { fulfillmentOrderId: order.id, reason, lineNos: isWhole ? [] : chosen } });
}

/** The reasons of a reject that say something about the shelf. */
const NOT_THERE: readonly RejectReason[] = ['out_of_stock', 'not_found', 'damaged'];

/** Units of an order that its store gives back. */
interface GivenBack {
  readonly line: FulfillmentLine;
  readonly quantity: number;
  /** Of them, those that are not picked: nobody knows whether they are there. */
  readonly unpicked: number;
}

/**
 * Where goods are said to be missing nobody knows how many are there, and of several products not even which is meant: the store is
 * asked to count, and is not asked for them until it has.
 */
function askForCounts(reader: StoreReader, order: FulfillmentOrder, operation: OrderRejected, given: readonly GivenBack[]): Effect[] {
  const { reason } = operation.payload;
  const unpicked = given.filter((one) => one.unpicked > 0);
  const skus = [...new Set(unpicked.map(({ line }) => line.sku))];
  if (!NOT_THERE.includes(reason)) return [];
  return skus.map((sku) =>
    raiseException(reader, operation, {
      kind: 'count_wanted',
      about: `${order.locationId}:${sku}`,
      subject: sku,
      goods: addGoods(unpicked.filter(({ line }) => line.sku === sku).map((one) => ({ sku, quantity: one.unpicked }))),
      facts: { order: order.orderNumber, reason, sku },
    }),
  );
}

/** The units are reserved here no more, and the pool sources them anew. */
function giveBack(reader: StoreReader, order: FulfillmentOrder, operation: OrderRejected, given: readonly GivenBack[]): Effect[] {
  const { reason } = operation.payload;
  return [
    ...given.map(
      ({ line, quantity }): Effect => ({
        kind: 'stock',
        locationId: order.locationId,
        sku: line.sku,
        onHand: 0,
        reserved: -quantity,
        cause: 'reject',
      }),
    ),
    unfulfilled.effect({
      fulfillmentOrder: order,
      lines: given.map(({ line, quantity }) => ({ lineNo: line.lineNo, quantity })),
      ...(reason === 'too_busy' || reason === 'closed' ? { reason } : {}),
    }),
    ...askForCounts(reader, order, operation, given),
  ];
}

/** A reject of all gives everything back to the pool. */
function rejectAll(reader: StoreReader, order: FulfillmentOrder, operation: OrderRejected): Effect[] {
  const given = order.lines
    .map((line) => ({ line, quantity: reservedUnits(order, line), unpicked: reservedUnits(order, line) - line.picked }))
    .filter((one) => one.quantity > 0);
  const { reason } = operation.payload;
  return [withState(order, endWith(order, { status: 'rejected', reason, at: operation.at })), ...giveBack(reader, order, operation, given)];
}

/** A reject of lines gives back what is not picked of them; the order goes on with the rest. */
function rejectLines(reader: StoreReader, order: FulfillmentOrder, operation: OrderRejected): Effect[] {
  const { reason, lineNos } = operation.payload;
  const given = order.lines
    .filter((line) => lineNos.includes(line.lineNo) && unitsToPick(line) > 0)
    .map((line) => ({ line, quantity: unitsToPick(line), unpicked: unitsToPick(line) }));
  if (given.length === 0) return [];
  const next = given.reduce((now, { line, quantity }) => giveUpUnits(now, line.lineNo, quantity, 0, 'reject', operation.at).order, order);
  const state = next.state.status === 'rejected' ? { ...next.state, reason } : next.state;
  return [withState(next, state), ...giveBack(reader, order, operation, given)];
}

/** An order that goes on is given back to the pool, whole or in part. */
export function applyOrderRejected(reader: StoreReader, operation: OrderRejected): Effect[] {
  return onOrder(reader, operation, operation.payload.fulfillmentOrderId, (order) =>
    hasEnded(order)
      ? []
      : operation.payload.lineNos.length === 0
        ? rejectAll(reader, order, operation)
        : rejectLines(reader, order, operation),
  );
}

/** The SKUs that a store may be asked to count for a reject: those of the order's lines. */
export function countWantedKeys(reader: StoreReader, operation: OrderRejected) {
  const order = reader.get(fulfillmentOrderDocument, operation.payload.fulfillmentOrderId);
  return (order?.lines ?? []).map((line) => exceptionDocument.key(`count_wanted:${order?.locationId}:${line.sku}`));
}
