import { sql } from 'kysely';
import { findArticles } from '../catalog/find-articles.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import type { InvoiceRow } from './read-invoice-row.ts';
import type { EarlierLine } from './return-matcher.ts';

interface Found extends Omit<EarlierLine, 'at' | 'sku'> {
  readonly at: Date;
  readonly sku: string;
}

/**
 * Finds the order lines that imports wrote for the customers and goods of these returns, and how much of them came back
 * already, whoever took it back.
 */
export function readEarlierLines(db: Db, rows: readonly InvoiceRow[]): Promise<EarlierLine[]> {
  const named = rows.filter((row) => row.customer !== '');
  if (named.length === 0) return Promise.resolve([]);
  return transact(db, async (tx) => {
    const articles = await findArticles(
      tx,
      named.map((row) => row.sku),
    );
    const asked = named.map(({ customer, sku }) => ({ customer, code: sku, sku: articles.get(sku)?.sku ?? sku }));
    const { rows: found } = await sql<Found>`
      select distinct a.customer, a.code as sku, o.number as "orderNumber", l.line_no as "lineNo", o.placed_at as at, l.quantity,
        (select coalesce(sum((line ->> 'returned')::bigint), 0) from fulfillment_orders f, jsonb_array_elements(f.body -> 'lines') line
          where f.order_id = o.id and (line ->> 'lineNo')::int = l.line_no)::float8 as returned
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(customer text, code text, sku text)
      join orders o on o.customer ->> 'name' = 'Customer ' || a.customer and o.idempotency_key like 'import:%'
      join order_lines l on l.order_id = o.id and l.sku = a.sku
      order by o.placed_at, o.number, l.line_no`.execute(tx);
    return found.map(({ at, ...line }) => ({ ...line, at: at.toISOString() }));
  });
}
