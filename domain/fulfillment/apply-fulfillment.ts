import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import type { Envelope } from '../base/envelope.ts';
import type { Goods } from '../exceptions/exception.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { addGoods, listGoods, raiseException } from '../exceptions/raise.ts';
import { departureOf } from './departure.ts';
import { fulfillmentOrderDocument, unfulfilled } from './documents.ts';
import { type FulfillmentOrder, type FulfillmentState, hasEnded, type RejectReason, reservedUnits } from './fulfillment-order.ts';
import { giveUpUnits, stateAfterPicking } from './give-up-units.ts';
import type * as recorded from './payloads.ts';
import { endWith, linesToPutBack } from './put-back.ts';
import { statusName } from './status-name.ts';

function withState(order: FulfillmentOrder, state: FulfillmentState): Effect {
  return fulfillmentOrderDocument.put({ ...order, state });
}

/** Whether the goods have left the store already; they can do so once. */
function haveLeft(order: FulfillmentOrder): boolean {
  return order.state.status === 'handed_over' || order.state.status === 'shipped';
}

/** The goods left the store: stock on hand goes down by what really left, and what was reserved is released. */
function goodsLeft(
  reader: StoreReader,
  order: FulfillmentOrder,
  operation: recorded.OrderHandedOver | recorded.OrderShipped,
  state: FulfillmentState,
): Effect[] {
  const handedOver = operation.type === 'order_handed_over';
  const departure = departureOf(order, operation.payload.lines);
  const effects: Effect[] = [
    ...departure.stock.map(
      (change): Effect => ({ kind: 'stock', locationId: order.locationId, cause: handedOver ? 'handover' : 'shipment', ...change }),
    ),
    fulfillmentOrderDocument.put({ ...order, lines: departure.lines, state }),
  ];
  if (departure.missing.length > 0) effects.push(unfulfilled.effect({ fulfillmentOrder: order, lines: departure.missing }));
  const done = handedOver ? 'handed over' : 'shipped';
  const { id, orderNumber } = order;
  if (hasEnded(order)) {
    // Whoever picked, packed and sent it after its end left one disagreement behind, not one for each step.
    effects.push(
      raiseException(reader, operation, {
        kind: handedOver ? 'handed_over_after_end' : 'shipped_after_end',
        about: id,
        turns: `picked_after_end:${id}`,
        subject: orderNumber,
        goods: departure.goods,
        explain: () => `Order ${orderNumber} was ${done}, but it was ${statusName(order.state.status)} by then.`,
      }),
    );
  }
  if (departure.excess.length > 0) {
    effects.push(
      raiseException(reader, operation, {
        kind: handedOver ? 'handed_over_too_many' : 'shipped_too_many',
        about: id,
        subject: orderNumber,
        goods: departure.excess,
        explain: (goods) => `Order ${orderNumber} was ${done} with ${listGoods(goods)} more than it had here by then.`,
      }),
    );
  }
  return effects;
}

function applyHandover(reader: StoreReader, order: FulfillmentOrder, operation: recorded.OrderHandedOver): Effect[] {
  if (!haveLeft(order)) return goodsLeft(reader, order, operation, { status: 'handed_over', at: operation.at });
  return [
    raiseException(reader, operation, {
      kind: 'handed_over_twice',
      about: `${order.id}:${operation.id}`,
      subject: order.orderNumber,
      goods: departureOf(order, operation.payload.lines).goods,
      explain: () => `Order ${order.orderNumber} was handed over, but its goods had left the store before.`,
    }),
  ];
}

function applyShipment(reader: StoreReader, order: FulfillmentOrder, operation: recorded.OrderShipped): Effect[] {
  const { trackingNumber, lines } = operation.payload;
  if (!haveLeft(order)) return goodsLeft(reader, order, operation, { status: 'shipped', trackingNumber, at: operation.at });
  return [
    raiseException(reader, operation, {
      kind: 'shipped_twice',
      about: `${order.id}:${operation.id}`,
      subject: order.orderNumber,
      goods: departureOf(order, lines).goods,
      explain: () =>
        `Order ${order.orderNumber} was shipped with tracking number ${trackingNumber}, but its goods had left the store before.`,
    }),
  ];
}

function applyPick(reader: StoreReader, order: FulfillmentOrder, operation: recorded.LinePicked): Effect[] {
  const { lineNo, quantity } = operation.payload;
  const line = order.lines.find((one) => one.lineNo === lineNo);
  const room = line === undefined ? 0 : line.quantity - line.short - line.picked;
  const taken = Math.min(quantity, room);
  const effects: Effect[] = [];
  if (line !== undefined && taken > 0) {
    const lines = order.lines.map((one) => (one === line ? { ...one, picked: one.picked + taken } : one));
    const waveId = order.state.status === 'picking' ? order.state.waveId : operation.id;
    effects.push(fulfillmentOrderDocument.put({ ...order, lines, state: stateAfterPicking(lines, waveId) }));
  }
  if (taken < quantity) {
    effects.push(
      raiseException(reader, operation, {
        kind: 'picked_too_many',
        about: `${order.id}:${lineNo}`,
        subject: order.orderNumber,
        goods: line === undefined ? [] : [{ sku: line.sku, quantity: quantity - taken }],
        explain: (goods) =>
          line === undefined
            ? `${quantity} were picked of line ${lineNo} of order ${order.orderNumber}, which has no such line.`
            : `${goods[0]?.quantity ?? quantity} more of line ${lineNo} of order ${order.orderNumber} were picked than it asks for.`,
      }),
    );
  }
  return effects;
}

function applyShortPick(order: FulfillmentOrder, operation: recorded.LineShortPicked): Effect[] {
  const { lineNo, quantity, reason } = operation.payload;
  const line = order.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return [];
  const units = Math.min(quantity, line.quantity - line.short - line.picked);
  // Goods sold over the counter left the book with their sale; goods that are missing or broken leave it here.
  const onHand = reason === 'sold_in_store' ? 0 : -units || 0;
  return giveUpUnits(order, lineNo, units, onHand, 'short_pick').effects;
}

/** The reasons of a reject that say something about the shelf, and in what words. */
const NOT_THERE: Partial<Record<RejectReason, string>> = { out_of_stock: 'out of stock', not_found: 'not found', damaged: 'damaged' };

/**
 * A reject gives everything back to the pool. Where goods are said to be missing nobody knows how many are there, and of
 * several products not even which is meant: the store is asked to count, and is not asked for them until it has.
 */
function applyReject(reader: StoreReader, order: FulfillmentOrder, operation: recorded.OrderRejected): Effect[] {
  const { reason } = operation.payload;
  const lines = order.lines.filter((line) => reservedUnits(order, line) > 0);
  const unpicked = lines.filter((line) => reservedUnits(order, line) > line.picked);
  const skus = [...new Set(unpicked.map((line) => line.sku))];
  const why = NOT_THERE[reason];
  const counts =
    why === undefined
      ? []
      : skus.map((sku) =>
          raiseException(reader, operation, {
            kind: 'count_wanted',
            about: `${order.locationId}:${sku}`,
            subject: sku,
            goods: addGoods(
              unpicked.filter((line) => line.sku === sku).map((line) => ({ sku, quantity: reservedUnits(order, line) - line.picked })),
            ),
            explain: () => `Order ${order.orderNumber} was rejected: ${why}. Count how many of ${sku} are here.`,
          }),
        );
  return [
    ...lines.map(
      (line): Effect => ({
        kind: 'stock',
        locationId: order.locationId,
        sku: line.sku,
        onHand: 0,
        reserved: -reservedUnits(order, line),
        cause: 'reject',
      }),
    ),
    withState(order, endWith(order, { status: 'rejected', reason })),
    unfulfilled.effect({
      fulfillmentOrder: order,
      lines: lines.map((line) => ({ lineNo: line.lineNo, quantity: reservedUnits(order, line) })),
      ...(reason === 'too_busy' || reason === 'closed' ? { reason } : {}),
    }),
    ...counts,
  ];
}

/** The goods of an ended order are on the shelf again; the books had them there all along, but for those that are gone. */
function applyPutBack(order: FulfillmentOrder, operation: recorded.GoodsPutBack): Effect[] {
  const waiting = linesToPutBack(order);
  if (waiting.length === 0) return [];
  const { putBack: _, ...state } = order.state as Extract<FulfillmentState, { status: 'cancelled' | 'rejected' }>;
  const gone = waiting.flatMap((line): Effect[] => {
    const told = operation.payload.missing
      .filter((one) => one.lineNo === line.lineNo && one.sku === line.sku)
      .reduce((sum, one) => sum + one.quantity, 0);
    const units = Math.min(told, line.quantity);
    return units === 0
      ? []
      : [{ kind: 'stock', locationId: order.locationId, sku: line.sku, onHand: -units, reserved: 0, cause: 'put_back' }];
  });
  return [withState(order, state), ...gone];
}

/** The order that an operation is about, if this store has it; else that it does not is what there is to tell. */
function onOrder(
  reader: StoreReader,
  operation: Envelope,
  { id, words }: { readonly id: string; readonly words: string },
  apply: (order: FulfillmentOrder) => Effect[],
): Effect[] {
  const order = reader.get(fulfillmentOrderDocument, id);
  if (order !== undefined && order.locationId === operation.storeId) return apply(order);
  return [
    raiseException(reader, operation, {
      kind: 'unknown_fulfillment_order',
      about: id,
      subject: id,
      explain: () => `A register recorded ${words} for a fulfillment order that this store does not have.`,
    }),
  ];
}

/** Work on an order that had ended by then. @param goods what it took from the shelf, if it tells. */
function workedOnAfterEnd(reader: StoreReader, operation: Envelope, order: FulfillmentOrder, goods: readonly Goods[]): Effect {
  return raiseException(reader, operation, {
    kind: 'picked_after_end',
    about: order.id,
    subject: order.orderNumber,
    goods,
    explain: () => `Order ${order.orderNumber} was worked on, but it was ${statusName(order.state.status)} by then.`,
  });
}

/** What one of these operations is called, as a part of a sentence. */
export const WORDS = {
  pickingStarted: 'the start of a wave',
  linePicked: 'a pick',
  lineShortPicked: 'a short pick',
  orderPacked: 'a packed order',
  orderStaged: 'a staged order',
  orderHandedOver: 'a handover',
  orderShipped: 'a shipment',
  orderRejected: 'a reject',
  goodsPutBack: 'goods that were put back',
} as const;

export function startWave(reader: StoreReader, operation: recorded.PickingStarted): Effect[] {
  const { fulfillmentOrderIds, waveId } = operation.payload;
  return fulfillmentOrderIds.flatMap((id) =>
    onOrder(reader, operation, { id, words: WORDS.pickingStarted }, (order) =>
      order.state.status === 'open' || order.state.status === 'acknowledged' ? [withState(order, { status: 'picking', waveId })] : [],
    ),
  );
}

export function pickUnits(reader: StoreReader, operation: recorded.LinePicked): Effect[] {
  const { fulfillmentOrderId: id, lineNo, quantity } = operation.payload;
  return onOrder(reader, operation, { id, words: WORDS.linePicked }, (order) => {
    if (!hasEnded(order)) return applyPick(reader, order, operation);
    const line = order.lines.find((one) => one.lineNo === lineNo);
    return [workedOnAfterEnd(reader, operation, order, line === undefined ? [] : [{ sku: line.sku, quantity }])];
  });
}

export function shortPick(reader: StoreReader, operation: recorded.LineShortPicked): Effect[] {
  return onOrder(reader, operation, { id: operation.payload.fulfillmentOrderId, words: WORDS.lineShortPicked }, (order) =>
    hasEnded(order) ? [] : applyShortPick(order, operation),
  );
}

/** Packing and staging tell of no goods. After the end they leave something to put right only where the goods are still here. */
function moveOn(
  reader: StoreReader,
  operation: recorded.OrderPacked | recorded.OrderStaged,
  words: string,
  next: FulfillmentState,
): Effect[] {
  return onOrder(reader, operation, { id: operation.payload.fulfillmentOrderId, words }, (order) => {
    if (!hasEnded(order)) return [withState(order, next)];
    return haveLeft(order) ? [] : [workedOnAfterEnd(reader, operation, order, [])];
  });
}

export function pack(reader: StoreReader, operation: recorded.OrderPacked): Effect[] {
  return moveOn(reader, operation, WORDS.orderPacked, { status: 'packed' });
}

export function stage(reader: StoreReader, operation: recorded.OrderStaged): Effect[] {
  const { stagingLocation } = operation.payload;
  return moveOn(reader, operation, WORDS.orderStaged, { status: 'ready', stagingLocation, at: operation.at });
}

export function handOver(reader: StoreReader, operation: recorded.OrderHandedOver): Effect[] {
  return onOrder(reader, operation, { id: operation.payload.fulfillmentOrderId, words: WORDS.orderHandedOver }, (order) =>
    applyHandover(reader, order, operation),
  );
}

export function ship(reader: StoreReader, operation: recorded.OrderShipped): Effect[] {
  return onOrder(reader, operation, { id: operation.payload.fulfillmentOrderId, words: WORDS.orderShipped }, (order) =>
    applyShipment(reader, order, operation),
  );
}

export function reject(reader: StoreReader, operation: recorded.OrderRejected): Effect[] {
  return onOrder(reader, operation, { id: operation.payload.fulfillmentOrderId, words: WORDS.orderRejected }, (order) =>
    hasEnded(order) ? [] : applyReject(reader, order, operation),
  );
}

export function putBack(reader: StoreReader, operation: recorded.GoodsPutBack): Effect[] {
  return onOrder(reader, operation, { id: operation.payload.fulfillmentOrderId, words: WORDS.goodsPutBack }, (order) =>
    applyPutBack(order, operation),
  );
}

/** The SKUs that a store may be asked to count for a reject: those of the order's lines. */
export function countWantedKeys(reader: StoreReader, operation: recorded.OrderRejected) {
  const order = reader.get(fulfillmentOrderDocument, operation.payload.fulfillmentOrderId);
  return (order?.lines ?? []).map((line) => exceptionDocument.key(`count_wanted:${order?.locationId}:${line.sku}`));
}
