import { hasEnded, reservedUnits } from '../../domain/fulfillment/fulfillment-order.ts';
import type { OrderView, SaleOrderState } from '../../domain/orders/order-intake.ts';
import type { Db } from '../db/database.ts';
import { cancelledKey, readGivenBack } from './read-given-back.ts';
import { readOrders } from './read-order.ts';

type GivenBack = Awaited<ReturnType<typeof readGivenBack>>;

function stateOf({ orderId, number, status, lines, fulfillmentOrders }: OrderView, givenBack: GivenBack): SaleOrderState {
  const units = (lineNo: number, of: 'open' | 'departed') =>
    fulfillmentOrders.reduce((sum, order) => {
      const own = order.lines.filter((line) => line.lineNo === lineNo);
      const hasLeft = order.state.status === 'shipped' || order.state.status === 'handed_over';
      if (of === 'departed') return sum + (hasLeft ? own.reduce((all, line) => all + line.picked, 0) : 0);
      return sum + (hasEnded(order) ? 0 : own.reduce((all, line) => all + reservedUnits(order, line), 0));
    }, 0);
  return {
    id: orderId,
    number,
    status,
    trackingNumbers: fulfillmentOrders.flatMap(({ state }) => (state.status === 'shipped' ? [state.trackingNumber] : [])),
    lines: lines.map(({ lineNo, backordered, cancelled }) => ({
      lineNo,
      // What was cancelled at the pool is still to be given back.
      open: backordered + units(lineNo, 'open') + Math.max(0, cancelled - (givenBack.get(cancelledKey(orderId, lineNo)) ?? 0)),
      departed: units(lineNo, 'departed'),
      waiting: backordered,
      cancelled,
    })),
  };
}

/** Where the orders of a sale stand, by the number of its receipt. */
export async function readSaleOrders(db: Db, receiptNumber: string): Promise<SaleOrderState[]> {
  const numbers = await db.selectFrom('orders').select('number').where('receipt_number', '=', receiptNumber).orderBy('number').execute();
  const views = await readOrders(
    db,
    numbers.map(({ number }) => number),
  );
  const givenBack = await readGivenBack(db, receiptNumber);
  return views.flatMap((view) => (view === null ? [] : [stateOf(view, givenBack)]));
}
