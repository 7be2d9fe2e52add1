import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Leftover } from './sourcing-job.ts';

/** Adds units to (or, negative, takes them off) what waits on order lines for stock. Each line stands at most once. */
export async function addBackordered(tx: Tx, changes: readonly Leftover[]): Promise<void> {
  const real = changes.filter((change) => change.quantity !== 0);
  if (real.length === 0) return;
  await sql`
    update order_lines line set backordered = line.backordered + change.quantity
    from jsonb_to_recordset(${JSON.stringify(real)}::jsonb) as change("orderId" text, "lineNo" int, quantity int)
    where line.order_id = change."orderId" and line.line_no = change."lineNo"`.execute(tx);
}
