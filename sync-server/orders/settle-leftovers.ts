import { sql } from 'kysely';
import { groupBy } from '../../domain/base/group-by.ts';
import type { OrderFault } from '../../domain/orders/order-fault.ts';
import type { Tx } from '../db/database.ts';
import { addBackordered } from '../sourcing/add-backordered.ts';
import type { Leftover } from '../sourcing/sourcing-job.ts';
import type { OrderRefusal } from './check-orders.ts';
import type { NewOrder } from './insert-orders.ts';

/** What became of new orders of which not all is there. */
export interface Settled {
  /** Why they are not taken, by their ids. Nothing is left of them. */
  readonly refused: ReadonlyMap<string, OrderRefusal>;
  /** The ids of those of which units were cancelled at once. */
  readonly cut: ReadonlySet<string>;
}

/** What of an order is missing, line by line, with what is there. */
function refusalOf({ lines }: NewOrder, missing: readonly Leftover[]): OrderRefusal {
  const faults = missing.map(({ lineNo, quantity }): OrderFault => {
    const line = lines.find((one) => one.lineNo === lineNo);
    if (line === undefined) throw new Error(`The order has no line ${lineNo}.`);
    const available = line.quantity - quantity;
    return {
      code: 'not_available',
      field: `lines.${lineNo - 1}.quantity`,
      message: `${line.quantity} of ${line.sku} are ordered, and ${available} available.`,
      fix:
        available > 0
          ? `Order at most ${available}, or send backorder "partial" or "allow".`
          : 'Leave the line out, or send backorder "partial" or "allow".',
      facts: { sku: line.sku, ordered: String(line.quantity), available: String(available) },
    };
  });
  return { status: 409, faults };
}

/** Cancels units on their lines, and orders of which that is all. */
async function cancelAtOnce(tx: Tx, units: readonly Leftover[]): Promise<void> {
  if (units.length === 0) return;
  await sql`
    update order_lines line set cancelled = line.cancelled + gone.quantity
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as gone("orderId" text, "lineNo" int, quantity int)
    where line.order_id = gone."orderId" and line.line_no = gone."lineNo"`.execute(tx);
  const ids = [...new Set(units.map(({ orderId }) => orderId))];
  await sql`
    update orders set cancelled_at = now() where id = any(${ids}::text[])
      and not exists (select from order_lines line where line.order_id = orders.id and line.cancelled < line.quantity)`.execute(tx);
}

/** Takes orders out that were written in this transaction. */
async function remove(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom('order_lines').where('order_id', 'in', ids).execute();
  await tx.deleteFrom('orders').where('id', 'in', ids).execute();
}

/**
 * Does with the units of new orders that nobody has what each order says of them: they wait, they are cancelled, or the order is refused
 * and taken out, for which nothing was reserved.
 */
export async function settleLeftovers(tx: Tx, orders: readonly NewOrder[], left: readonly Leftover[]): Promise<Settled> {
  const real = left.filter(({ quantity }) => quantity > 0);
  const byId = new Map(orders.map((one) => [one.orderId, one]));
  const byPolicy = groupBy(real, ({ orderId }) => byId.get(orderId)?.order.backorder ?? 'allow');
  await addBackordered(tx, byPolicy.get('allow') ?? []);
  const partial = byPolicy.get('partial') ?? [];
  await cancelAtOnce(tx, partial);
  const refused = new Map<string, OrderRefusal>();
  for (const [orderId, missing] of groupBy(byPolicy.get('refuse') ?? [], (one) => one.orderId)) {
    const order = byId.get(orderId);
    if (order !== undefined) refused.set(orderId, refusalOf(order, missing));
  }
  await remove(tx, [...refused.keys()]);
  return { refused, cut: new Set(partial.map(({ orderId }) => orderId)) };
}
