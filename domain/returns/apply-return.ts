import type { Effect, StoreReader } from '../apply/effect.ts';
import type { ExceptionKind, Goods } from '../exception/exception.ts';
import type { OperationOf } from '../operation/operation.ts';
import { withCash } from '../shift/apply-shift.ts';

type Return = OperationOf<'goods_returned'>;

/** What the return put back on the shelf: damaged goods never came onto the books. */
function restockedGoods(operation: Return): Goods[] {
  return operation.payload.lines.filter((line) => line.disposition === 'restock').map(({ sku, quantity }) => ({ sku, quantity }));
}

function raise(operation: Return, kind: ExceptionKind, subject: string, explanation: string): Effect {
  return {
    kind: 'exception',
    exception: {
      id: `${kind}:${operation.id}`, storeId: operation.storeId, kind, operationId: operation.id, subject, explanation,
      openedAt: operation.at, goods: restockedGoods(operation), resolved: null,
    },
  };
}

function againstSale(reader: StoreReader, operation: Return, receiptNumber: string): Effect[] {
  const sale = reader.sale(receiptNumber);
  if (sale === undefined) {
    return [raise(operation, 'unknown_receipt', receiptNumber, `Goods were returned on receipt ${receiptNumber}, which nobody knows.`)];
  }
  const returned = { ...sale.returned };
  for (const line of operation.payload.lines) {
    returned[line.lineNo] = (returned[line.lineNo] ?? 0) + line.quantity;
  }
  const effects: Effect[] = [{ kind: 'sale', sale: { ...sale, returned } }];
  const bought = new Map(sale.lines.map((line) => [line.lineNo, line.quantity]));
  if (operation.payload.lines.some((line) => (returned[line.lineNo] ?? 0) > (bought.get(line.lineNo) ?? 0))) {
    effects.push(
      raise(operation, 'returned_more_than_bought', receiptNumber,
        `With this return, more came back on receipt ${receiptNumber} than was bought.`),
    );
  }
  return effects;
}

function againstOrder(reader: StoreReader, operation: Return, orderNumber: string): Effect[] {
  const ids = [...new Set(operation.payload.lines.map((line) => line.fulfillmentOrderId))];
  let tooMany = false;
  const effects = ids.flatMap((id): Effect[] => {
    const order = id === null ? undefined : reader.fulfillmentOrder(id);
    if (order === undefined) {
      return [raise(operation, 'unknown_fulfillment_order', orderNumber, `Goods of order ${orderNumber} were returned, but no delivery of them is known.`)];
    }
    const lines = order.lines.map((line) => {
      const back = operation.payload.lines
        .filter((one) => one.fulfillmentOrderId === id && one.lineNo === line.lineNo)
        .reduce((sum, one) => sum + one.quantity, 0);
      if (line.returned + back > line.picked) tooMany ||= back > 0;
      return back === 0 ? line : { ...line, returned: line.returned + back };
    });
    return [{ kind: 'fulfillment_order', order: { ...order, lines } }];
  });
  if (tooMany) {
    effects.push(
      raise(operation, 'returned_more_than_bought', orderNumber,
        `With this return, more came back of order ${orderNumber} than was delivered.`),
    );
  }
  return effects;
}

/** Goods came back: they are on the shelf again or written off, the lines remember it, and the refund left the drawer. */
export function applyReturn(reader: StoreReader, operation: Return): Effect[] {
  const { storeId, payload } = operation;
  const restocked = payload.lines
    .filter((line) => line.disposition === 'restock')
    .map((line): Effect => ({ kind: 'stock', locationId: storeId, sku: line.sku, onHand: line.quantity, reserved: 0, cause: 'return' }));
  const origin =
    payload.origin.kind === 'sale'
      ? againstSale(reader, operation, payload.origin.receiptNumber)
      : againstOrder(reader, operation, payload.origin.orderNumber);
  const cash = payload.refundTender === 'cash' ? -payload.refundMinor || 0 : 0;
  return [...restocked, ...origin, ...withCash(reader, operation, cash)];
}
