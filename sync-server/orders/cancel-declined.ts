import { sql } from 'kysely';
import type { DeclinedUnits } from '../../domain/fulfillment/documents.ts';
import { orderedLineNo } from '../../domain/fulfillment/substitute.ts';
import type { Tx } from '../db/database.ts';

/**
 * Cancels on their order lines what customers did not take at the counter, so that nobody sends it. The caller holds the fulfillment
 * orders, which are locked before their orders.
 */
export async function cancelDeclined(tx: Tx, units: readonly DeclinedUnits[]): Promise<void> {
  const rows = units.flatMap(({ fulfillmentOrder: { orderId }, lines }) =>
    lines.map(({ lineNo, quantity }) => ({ orderId, lineNo: orderedLineNo(lineNo), quantity })),
  );
  if (rows.length === 0) return;
  const ids = [...new Set(rows.map((row) => row.orderId))];
  await tx.selectFrom('orders').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
  await sql`
    update order_lines line set cancelled = line.cancelled + gone.quantity from (
      select "orderId", "lineNo", sum(quantity)::int as quantity
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as declined("orderId" text, "lineNo" int, quantity int) group by 1, 2) gone
    where line.order_id = gone."orderId" and line.line_no = gone."lineNo"`.execute(tx);
}
