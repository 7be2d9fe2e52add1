import { sql } from 'kysely';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { Tx } from '../db/database.ts';

/** A store that has counted goods is believed again: it may be asked for the orders that it gave up for want of them. */
export async function askAfterCount(tx: Tx, exceptions: readonly Exception[]): Promise<void> {
  const counted = exceptions.filter((exception) => exception.kind === 'count_wanted' && exception.resolved !== null);
  if (counted.length === 0) return;
  const rows = counted.map(({ storeId, subject }) => ({ storeId, sku: subject }));
  await sql`
    delete from sourcing_exclusions gone using order_lines line, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as
      counted("storeId" text, sku text)
    where line.order_id = gone.order_id and line.line_no = gone.line_no and gone.location_id = counted."storeId"
      and line.sku = counted.sku`.execute(tx);
}
