import { sql } from 'kysely';
import { pickupExchanged } from '../../domain/exchanges/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { orderHandedOver } from '../../domain/fulfillment/operations.ts';
import type { Audited } from './audited.ts';
import { orderLeft } from './books.ts';

/** A substitute is cancelled on the line that it stands for: its number ends in that one's. */
const orderedLine = (lineNo: number): number => lineNo % 10_000;

/** Every order that the shop was told is taken is there once, with the lines that were ordered. */
export async function compareOrders({ shop, pool }: Audited): Promise<string[]> {
  const rows = await pool.db
    .selectFrom('orders')
    .innerJoin('order_lines', 'order_lines.order_id', 'orders.id')
    .select(['orders.number', 'order_lines.sku', 'order_lines.quantity'])
    .orderBy('orders.number')
    .orderBy('order_lines.line_no')
    .execute();
  const lines = new Map<string, string[]>();
  for (const { number, sku, quantity } of rows) lines.set(number, [...(lines.get(number) ?? []), `${sku} ${quantity}`]);
  return shop.placed.flatMap(({ order, confirmed, refused }) => {
    const expected = order.lines.map(({ sku, quantity }) => `${sku} ${quantity}`).join();
    const found = lines.get(order.number)?.join();
    // A copy of a request that was refused may have come late, when more was there.
    return (confirmed && found === expected) || (refused && (found === undefined || found === expected))
      ? []
      : [`J3: order ${order.number} of ${expected} is ${found ?? 'not'} in the pool${confirmed ? '' : ', and the shop has no answer'}`];
  });
}

/**
 * Of an order that was to be whole, all was reserved when it was placed; of one that takes what there is, the rest was cancelled (rule P3).
 */
export async function comparePolicies({ shop, pool: { db } }: Audited): Promise<string[]> {
  const { rows } = await sql<{ number: string; wanted: number; cancelled: number; taken: number }>`
    select o.number, sum(l.quantity)::int as wanted, sum(l.cancelled)::int as cancelled, (
        select coalesce(sum(m.reserved), 0)::int from stock_movements m join fulfillment_orders f on f.id = m.cause_id
          join events e on e.event = 'order_placed' and e.ids ->> 'orderId' = o.id and e.at = m.at
        where f.order_id = o.id and m.cause = 'reservation') as taken
    from orders o join order_lines l on l.order_id = o.id group by o.id, o.number order by o.number`.execute(db);
  const found = new Map(rows.map((row) => [row.number, row]));
  return shop.placed.flatMap(({ order: { number, backorder = 'allow' } }) => {
    const { wanted = 0, cancelled = 0, taken = 0 } = found.get(number) ?? {};
    const missing = wanted - taken;
    if (backorder === 'allow' || missing <= (backorder === 'partial' ? cancelled : 0)) return [];
    return [`P3: order ${number} of ${wanted} with backorder ${backorder} was taken with ${taken}, and ${cancelled} are cancelled`];
  });
}

/** Nothing is held back any more of what a store has that was heard a moment ago (rule P5). */
export async function compareTrust({ devices, pool: { db } }: Audited): Promise<string[]> {
  const heard = devices
    .filter((device) => device.register?.services.sync.getState().connection.status === 'online')
    .map((device) => device.options.identity.storeId);
  const held = await db
    .selectFrom('stock_levels')
    .select(['location_id', 'sku', 'staleness_buffer'])
    .where('staleness_buffer', '<>', 0)
    .where('location_id', 'in', heard)
    .execute();
  return held.map(
    (level) => `P5: ${level.location_id} was heard just now, and ${level.staleness_buffer} of its ${level.sku} are still held back`,
  );
}

/**
 * Whatever was done against what the pool had told somebody is asked about: goods of an order left after the web shop
 * was told that all of it is cancelled (rule J5), or a promise was moved because the goods were sold (rule P4).
 */
export async function comparePromises({ books, shop, pool: { db } }: Audited): Promise<string[]> {
  const exceptions = await db.selectFrom('exceptions').select(['id', 'body']).execute();
  const told = new Set(exceptions.flatMap(({ id, body }) => [id, body.operationId]));
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const orders = (await db.selectFrom('fulfillment_orders').select('body').execute()).map((row) => row.body);
  const cancelled = new Set(orders.filter((order) => shop.cancelled.has(order.orderNumber)).map((order) => order.id));
  const afterEnd = [...books.entries.values()].flatMap(({ operation, shelf }) => {
    const order = orderLeft(operation);
    if (order === null || shelf.length === 0) return [];
    const silent = cancelled.has(order) && applied.has(operation.id) && !told.has(operation.id);
    return silent ? [`J5: ${operation.type} ${operation.id} let go of a cancelled order, and nobody is asked`] : [];
  });
  const moved = orders.flatMap((order) =>
    order.lines.filter((line) => (line.moved ?? 0) > 0).map((line) => `promise_moved:${order.id}:${line.lineNo}`),
  );
  return [...afterEnd, ...moved.filter((id) => !told.has(id)).map((id) => `P4: nobody is told of ${id}`)];
}

/**
 * What customers did not take is cancelled on the order, so that nobody sends it and its money is given back (rule J9). Not asked of
 * units that the pool had moved elsewhere, nor of orders that had ended by then: nothing of these was to be given out here.
 */
export async function compareNotTaken({ books, pool: { db } }: Audited): Promise<string[]> {
  const asked = new Set((await db.selectFrom('exceptions').select('body').execute()).map(({ body }) => body.operationId));
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const orders = new Map((await db.selectFrom('fulfillment_orders').select(['id', 'body']).execute()).map(({ id, body }) => [id, body]));
  const lines = await db.selectFrom('order_lines').select(['order_id', 'line_no', 'cancelled']).execute();
  const cancelled = new Map(lines.map((line) => [`${line.order_id} ${line.line_no}`, line.cancelled]));
  const told = [...books.entries.values()].flatMap(({ operation }) => inParts(operation));
  return told.flatMap((operation) => {
    if (!orderHandedOver.is(operation) || !applied.has(operation.id) || asked.has(operation.id)) return [];
    const order = orders.get(operation.payload.fulfillmentOrderId);
    return operation.payload.notTaken.flatMap(({ lineNo, quantity }) => {
      const moved = order?.lines.find((line) => line.lineNo === lineNo)?.moved ?? 0;
      const found = cancelled.get(`${order?.orderId} ${orderedLine(lineNo)}`) ?? 0;
      return found >= quantity - moved
        ? []
        : [`J9: a customer did not take ${quantity} of line ${lineNo} of ${order?.orderNumber}, and ${found} are cancelled`];
    });
  });
}

/**
 * What nobody fetched is cancelled on its order, holds no stock and owes its money (rules P2, M1); and whoever waits still is known to the
 * clock that ends it. A register that was cut off may have handed it over: then nothing of that is owed (rule J5).
 */
export async function compareExpired({ pool: { db } }: Audited): Promise<string[]> {
  const orders = (await db.selectFrom('fulfillment_orders').select('body').execute()).map(({ body }) => body);
  const lines = await db.selectFrom('order_lines').select(['order_id', 'line_no', 'cancelled']).execute();
  const cancelled = new Map(lines.map((line) => [`${line.order_id} ${line.line_no}`, line.cancelled]));
  const unpaid = orders.flatMap(({ orderNumber, orderId, state, lines: own }) =>
    state.status !== 'expired'
      ? []
      : own.flatMap(({ lineNo, picked, toRefund = 0 }) => {
          const found = cancelled.get(`${orderId} ${orderedLine(lineNo)}`) ?? 0;
          return toRefund >= picked && found >= toRefund
            ? []
            : [`M1: nobody fetched ${picked} of line ${lineNo} of ${orderNumber}; ${toRefund} are owed and ${found} cancelled`];
        }),
  );
  const ready = orders.filter(({ kind, state }) => kind === 'pickup' && state.status === 'ready').map(({ id }) => id);
  const waits = new Set(
    (await db.selectFrom('pickup_waits').select('fulfillment_order_id').execute()).map((row) => row.fulfillment_order_id),
  );
  return [...unpaid, ...ready.filter((id) => !waits.has(id)).map((id) => `E1: ${id} waits, and nothing will ever end it`)];
}

/**
 * Of each order the pool remembers what paid for other goods at the counter, as a person reckons it, and of two swaps the first alone: the
 * other one is told as a loss (rules M1, J5).
 */
export async function compareSwapped({ books, pool: { db } }: Audited): Promise<string[]> {
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const told = (await db.selectFrom('exceptions').select('body').where('kind', '=', 'returned_more_than_bought').execute()).map(
    ({ body }) => body.operationId,
  );
  const due = new Map<string, number>();
  for (const { operation, soldMinor, refundMinor } of books.entries.values()) {
    if (!pickupExchanged.is(operation) || !applied.has(operation.id) || told.includes(operation.id)) continue;
    const { fulfillmentOrderId } = operation.payload.handover;
    due.set(fulfillmentOrderId, (due.get(fulfillmentOrderId) ?? 0) + Math.min(soldMinor, refundMinor));
  }
  const orders = (await db.selectFrom('fulfillment_orders').select('body').execute()).map(({ body }) => body);
  return orders.flatMap(({ id, orderNumber, lines }) => {
    const is = lines.reduce((sum, { settled }) => sum + (settled?.amountMinor ?? 0), 0);
    const should = due.get(id) ?? 0;
    return is === should ? [] : [`M1: ${is} of ${orderNumber} paid for other goods in the pool, and ${should} by the books`];
  });
}
