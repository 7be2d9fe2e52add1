import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.ts';

/** Names a line of an order of a sale. */
export const cancelledKey = (orderId: string, lineNo: number): string => `${orderId} ${lineNo}`;

/**
 * Units of orders of a sale that returns gave money back for as cancelled, by {@link cancelledKey}.
 * @param without ids of returns that do not count.
 */
export async function readGivenBack(
  db: Db | Tx,
  receiptNumber: string,
  without: readonly string[] = [],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; line: number; units: number }>`
    select l ->> 'orderId' as id, (l -> 'lineNo')::int as line, sum((l -> 'quantity')::bigint)::bigint as units
    from returns r cross join lateral jsonb_array_elements(r.body -> 'lines') l
    where r.origin ->> 'receiptNumber' = ${receiptNumber} and l ->> 'orderId' is not null
      and r.operation_id <> all(${without}::text[]) group by 1, 2`.execute(db);
  return new Map(rows.map(({ id, line, units }) => [cancelledKey(id, line), units]));
}
