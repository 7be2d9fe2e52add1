import { sql } from 'kysely';
import type { Audited } from './audited.ts';

/** Sums by shift and kind of tender; those that are zero are left out, as text. */
function inWords(sums: ReadonlyMap<string, number>): string {
  return [...sums]
    .filter(([, minor]) => minor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, minor]) => `${key} ${minor}`)
    .join(', ');
}

/** The pool's sales and returns say of each tender what people took and gave back by it, shift by shift (rule M1). */
export async function compareTenders({ books, pool: { db } }: Audited): Promise<string[]> {
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const due = new Map<string, number>();
  for (const { operation, tenders = [] } of books.entries.values()) {
    if (!applied.has(operation.id)) continue;
    for (const { kind, amountMinor } of tenders) {
      const key = `${operation.shiftId ?? 'no shift'} ${kind}`;
      due.set(key, (due.get(key) ?? 0) + amountMinor);
    }
  }
  const { rows } = await sql<{ shift: string; kind: string; minor: number }>`
    select coalesce(o.body ->> 'shiftId', 'no shift') as shift, t ->> 'kind' as kind,
      sum(moved.sign * (t ->> 'amountMinor')::bigint)::bigint as minor
    from (select sale_id::text as id, body, 1 as sign from sales union all select operation_id::text, body, -1 from returns) moved
    join operations o on o.id::text = moved.id cross join jsonb_array_elements(moved.body -> 'tenders') t
    where t ->> 'kind' not in ('cash', 'original_payment') group by 1, 2`.execute(db);
  const is = new Map(rows.map(({ shift, kind, minor }) => [`${shift} ${kind}`, minor]));
  const [said, found] = [inWords(due), inWords(is)];
  return said === found ? [] : [`M1: people took ${said || 'nothing'} beside cash, the pool says ${found || 'nothing'}`];
}
