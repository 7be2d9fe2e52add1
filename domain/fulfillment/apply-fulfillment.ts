import type { Effect, StoreReader } from '../base/effect.ts';
import type { Goods } from '../exceptions/exception.ts';
import { addGoods, listGoods, raiseException } from '../exceptions/raise.ts';
import type { NotedType, Operation, OperationOf } from '../registry/operations.ts';
import { operationWords } from '../registry/operation-words.ts';
import { departureOf } from './departure.ts';
import { type FulfillmentOrder, type FulfillmentState, hasEnded, type RejectReason, reservedUnits } from './fulfillment-order.ts';
import { giveUpUnits, stateAfterPicking } from './give-up-units.ts';
import { endWith, linesToPutBack } from './put-back.ts';
import { statusName } from './status-name.ts';

type FulfillmentOperation = Exclude<
  Operation,
  OperationOf<'sale_completed' | 'goods_returned' | 'shift_opened' | 'shift_closed' | 'exception_resolved' | NotedType>
>;

function withState(order: FulfillmentOrder, state: FulfillmentState): Effect {
  return { kind: 'fulfillment_order', order: { ...order, state } };
}

/** Whether the goods have left the store already; they can do so once. */
function haveLeft(order: FulfillmentOrder): boolean {
  return order.state.status === 'handed_over' || order.state.status === 'shipped';
}

/** The goods left the store: stock on hand goes down by what really left, and what was reserved is released. */
function goodsLeft(
  reader: StoreReader,
  order: FulfillmentOrder,
  operation: OperationOf<'order_handed_over' | 'order_shipped'>,
  state: FulfillmentState,
): Effect[] {
  const handedOver = operation.type === 'order_handed_over';
  const departure = departureOf(order, operation.payload.lines);
  const effects: Effect[] = [
    ...departure.stock.map(
      (change): Effect => ({ kind: 'stock', locationId: order.locationId, cause: handedOver ? 'handover' : 'shipment', ...change }),
    ),
    { kind: 'fulfillment_order', order: { ...order, lines: departure.lines, state } },
  ];
  if (departure.missing.length > 0) effects.push({ kind: 'unfulfilled', units: { fulfillmentOrder: order, lines: departure.missing } });
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

function applyHandover(reader: StoreReader, order: FulfillmentOrder, operation: OperationOf<'order_handed_over'>): Effect[] {
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

function applyShipment(reader: StoreReader, order: FulfillmentOrder, operation: OperationOf<'order_shipped'>): Effect[] {
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

function applyPick(reader: StoreReader, order: FulfillmentOrder, operation: OperationOf<'line_picked'>): Effect[] {
  const { lineNo, quantity } = operation.payload;
  const line = order.lines.find((one) => one.lineNo === lineNo);
  const room = line === undefined ? 0 : line.quantity - line.short - line.picked;
  const taken = Math.min(quantity, room);
  const effects: Effect[] = [];
  if (line !== undefined && taken > 0) {
    const lines = order.lines.map((one) => (one === line ? { ...one, picked: one.picked + taken } : one));
    const waveId = order.state.status === 'picking' ? order.state.waveId : operation.id;
    effects.push({ kind: 'fulfillment_order', order: { ...order, lines, state: stateAfterPicking(lines, waveId) } });
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

function applyShortPick(order: FulfillmentOrder, operation: OperationOf<'line_short_picked'>): Effect[] {
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
function applyReject(reader: StoreReader, order: FulfillmentOrder, operation: OperationOf<'order_rejected'>): Effect[] {
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
    {
      kind: 'unfulfilled',
      units: {
        fulfillmentOrder: order,
        lines: lines.map((line) => ({ lineNo: line.lineNo, quantity: reservedUnits(order, line) })),
        ...(reason === 'too_busy' || reason === 'closed' ? { reason } : {}),
      },
    },
    ...counts,
  ];
}

/** The goods of an ended order are on the shelf again; the books had them there all along, but for those that are gone. */
function applyPutBack(order: FulfillmentOrder, operation: OperationOf<'goods_put_back'>): Effect[] {
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

/** Whether work that comes in after the end leaves nothing to put right: no goods moved by it, or all are gone anyway. */
function needsNobody(order: FulfillmentOrder, operation: FulfillmentOperation): boolean {
  if (operation.type === 'order_packed' || operation.type === 'order_staged') return haveLeft(order);
  return operation.type !== 'line_picked';
}

/** What a late pick took from the shelf; packing and staging do not tell. */
function goodsWorkedOn(order: FulfillmentOrder, operation: FulfillmentOperation): Goods[] {
  if (operation.type !== 'line_picked') return [];
  const { lineNo, quantity } = operation.payload;
  const line = order.lines.find((one) => one.lineNo === lineNo);
  return line === undefined ? [] : [{ sku: line.sku, quantity }];
}

function applyToOrder(reader: StoreReader, order: FulfillmentOrder, operation: FulfillmentOperation): Effect[] {
  if (operation.type === 'order_handed_over') return applyHandover(reader, order, operation);
  if (operation.type === 'order_shipped') return applyShipment(reader, order, operation);
  if (operation.type === 'goods_put_back') return applyPutBack(order, operation);
  if (hasEnded(order)) {
    if (needsNobody(order, operation)) return [];
    return [
      raiseException(reader, operation, {
        kind: 'picked_after_end',
        about: order.id,
        subject: order.orderNumber,
        goods: goodsWorkedOn(order, operation),
        explain: () => `Order ${order.orderNumber} was worked on, but it was ${statusName(order.state.status)} by then.`,
      }),
    ];
  }
  switch (operation.type) {
    case 'picking_started':
      return order.state.status === 'open' || order.state.status === 'acknowledged'
        ? [withState(order, { status: 'picking', waveId: operation.payload.waveId })]
        : [];
    case 'line_picked':
      return applyPick(reader, order, operation);
    case 'line_short_picked':
      return applyShortPick(order, operation);
    case 'order_packed':
      return [withState(order, { status: 'packed' })];
    case 'order_staged':
      return [withState(order, { status: 'ready', stagingLocation: operation.payload.stagingLocation, at: operation.at })];
    case 'order_rejected':
      return applyReject(reader, order, operation);
  }
}

/** What an operation on fulfillment orders changes. See `applyOperation`. */
export function applyFulfillment(reader: StoreReader, operation: FulfillmentOperation): Effect[] {
  const ids = operation.type === 'picking_started' ? operation.payload.fulfillmentOrderIds : [operation.payload.fulfillmentOrderId];
  return ids.flatMap((id) => {
    const order = reader.fulfillmentOrder(id);
    if (order !== undefined && order.locationId === operation.storeId) return applyToOrder(reader, order, operation);
    return [
      raiseException(reader, operation, {
        kind: 'unknown_fulfillment_order',
        about: id,
        subject: id,
        explain: () => `A register recorded ${operationWords(operation.type)} for a fulfillment order that this store does not have.`,
      }),
    ];
  });
}
