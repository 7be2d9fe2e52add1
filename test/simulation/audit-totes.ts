import { sql } from 'kysely';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { linePicked, lineSubstituted, orderPacked, toteEmptied } from '../../domain/fulfillment/operations.ts';
import { type Tote, toteId } from '../../domain/fulfillment/tote.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Audited } from './audited.ts';

/** What people said of totes, as far as the server has applied it. */
interface Told {
  /** The registers at which units of an order were put into a tote, by order and tote. */
  readonly put: Map<string, Map<string, Set<string>>>;
  /** Orders of which the totes say nothing for sure: packed, picked without a tote, or emptied by hand. */
  readonly unsure: Set<string>;
}

function whatWasTold(operations: readonly Operation[]): Told {
  const put: Told['put'] = new Map();
  const unsure = new Set<string>();
  const emptied = new Set<string>();
  for (const operation of operations) {
    if (orderPacked.is(operation)) unsure.add(operation.payload.fulfillmentOrderId);
    if (toteEmptied.is(operation)) emptied.add(toteId(operation.storeId, operation.payload.tote));
    if (!linePicked.is(operation) && !lineSubstituted.is(operation)) continue;
    const { fulfillmentOrderId, tote } = operation.payload;
    if (tote === null) unsure.add(fulfillmentOrderId);
    else {
      const id = toteId(operation.storeId, tote);
      const totes = put.get(fulfillmentOrderId) ?? new Map<string, Set<string>>();
      put.set(fulfillmentOrderId, totes.set(id, new Set([...(totes.get(id) ?? []), operation.registerId])));
    }
  }
  for (const [orderId, totes] of put) if ([...totes.keys()].some((id) => emptied.has(id))) unsure.add(orderId);
  return { put, unsure };
}

/** What is wrong with the totes of one order. */
function wrongWith(order: FulfillmentOrder, totes: readonly Tote[], told: Told): string[] {
  if (order.kind !== 'ship' || told.unsure.has(order.id)) return [];
  if (order.state.status !== 'picking' && order.state.status !== 'picked') return [];
  const lying = totes.filter((tote) => tote.goods.some((one) => one.fulfillmentOrderId === order.id));
  const missing = order.lines.flatMap(({ lineNo, picked }) => {
    const units = lying
      .flatMap((tote) => tote.goods)
      .filter((one) => one.fulfillmentOrderId === order.id && one.lineNo === lineNo)
      .reduce((sum, one) => sum + one.quantity, 0);
    return units >= picked ? [] : [`J5: ${picked} of line ${lineNo} of ${order.orderNumber} are picked, and ${units} lie in totes`];
  });
  // Only registers that were cut off from each other use two totes for one order.
  const registers = new Set([...(told.put.get(order.id)?.values() ?? [])].flatMap((ids) => [...ids]));
  return lying.length <= Math.max(1, registers.size)
    ? missing
    : [...missing, `J5: ${order.orderNumber} lies in ${lying.length} totes, and ${registers.size} registers picked it`];
}

/** Two orders that one register alone put into one tote. */
function mixedIn(tote: Tote, told: Told): string[] {
  const ids = [...new Set(tote.goods.map((one) => one.fulfillmentOrderId))];
  const alone = ids.map((id) => [...(told.put.get(id)?.get(tote.id) ?? [])]).filter((registers) => registers.length === 1);
  return new Set(alone.flat()).size === alone.length ? [] : [`J5: one register put two orders into ${tote.id}: ${ids.join(', ')}`];
}

/** What is picked and not packed lies in one tote, as far as those knew who picked it (rule J5). */
export async function compareTotes({ books, pool: { db } }: Audited): Promise<string[]> {
  const { rows } = await sql<{ body: Tote }>`select body from documents where kind = 'tote' order by id`.execute(db);
  const totes = rows.map(({ body }) => body);
  const applied = new Set((await db.selectFrom('operations').select('id').where('outcome', '=', 'applied').execute()).map(({ id }) => id));
  const orders = (await db.selectFrom('fulfillment_orders').select('body').execute()).map((row) => row.body);
  const told = whatWasTold([...books.entries.values()].map(({ operation }) => operation).filter(({ id }) => applied.has(id)));
  return [...orders.flatMap((order) => wrongWith(order, totes, told)), ...totes.flatMap((tote) => mixedIn(tote, told))];
}
