import { withoutQuote } from '../../../../domain/pricing/quoted-lines.ts';
import { isSameFulfillment, type SaleOrder, type SaleOrderFulfillment } from '../../../../domain/sale-orders/sale-order.ts';
import { type CartLines, type CounterLine, forFewerGoods, nextId } from '../cart-lines.ts';

/** Whether a line can be ordered: goods by the piece, none of which is on the counter by its own serial number. */
export function canBeOrdered({ kind = 'goods', quantityDecimals = 0, serialNumbers = [] }: CounterLine): boolean {
  return kind === 'goods' && quantityDecimals === 0 && serialNumbers.length === 0;
}

/** The orders that lines name, each once. */
export function ordersOf(lines: CartLines): SaleOrder[] {
  return [...new Map(lines.flatMap(({ order }) => (order == null ? [] : [[order.id, order] as const]))).values()];
}

/** The part of a line that is ordered. An amount that was taken off stays with the rest. */
function ordered(line: CounterLine, quantity: number, id: string, order: SaleOrder): CounterLine {
  const { discount, ...others } = withoutQuote(line);
  return { ...others, ...(discount !== undefined && 'basisPoints' in discount && { discount }), id, quantity, order };
}

/**
 * Orders units of a line from the pool, or, where nothing is said of how, hands the line over after all. Part of a line becomes a line of
 * its own behind it. What goes the same way goes in one order.
 * @param freshId of an order that there is not yet.
 */
export function orderLine(
  lines: CartLines,
  id: string,
  quantity: number,
  fulfillment: SaleOrderFulfillment | null,
  freshId: string,
): CartLines {
  const line = lines.find((one) => one.id === id);
  if (line === undefined || !canBeOrdered(line)) return lines;
  if (fulfillment === null) return lines.map((one) => (one === line ? { ...one, order: null } : one));
  if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > line.quantity) return lines;
  const order = ordersOf(lines).find((one) => isSameFulfillment(one.fulfillment, fulfillment)) ?? { id: freshId, fulfillment };
  if (quantity === line.quantity) return lines.map((one) => (one === line ? { ...one, order } : one));
  const { discount } = line;
  const rest = {
    ...withoutQuote(line),
    quantity: line.quantity - quantity,
    ...(discount !== undefined && { discount: forFewerGoods(discount) }),
  };
  return lines.flatMap((one) => (one === line ? [rest, ordered(line, quantity, nextId(lines), order)] : [one]));
}

/** Lines of a held sale with orders of their own: two registers that go on with it must not place one order twice. */
export function withOwnOrders(lines: CartLines, makeId: () => string): CartLines {
  const fresh = new Map(ordersOf(lines).map((order) => [order.id, { ...order, id: makeId() }]));
  return lines.map((line) => (line.order == null ? line : { ...line, order: fresh.get(line.order.id) ?? line.order }));
}
