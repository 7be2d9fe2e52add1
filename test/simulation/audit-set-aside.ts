import { sql } from 'kysely';
import type { Audited } from './audited.ts';

interface Told {
  put: number;
  settled: number;
}

/**
 * What each store has set aside is what came back for it less what was settled (rules P1, P2). Of goods that two registers settled while
 * they were cut off from each other, the second finds less: then more waits than the sum of what people said, never more than came.
 */
export async function compareSetAside({ books, pool: { db } }: Audited): Promise<string[]> {
  const applied = new Set((await db.selectFrom('operations').select('id').where('outcome', '=', 'applied').execute()).map(({ id }) => id));
  const told = new Map<string, Told>();
  for (const { operation, aside = [] } of books.entries.values()) {
    if (!applied.has(operation.id)) continue;
    for (const { purpose, sku, units } of aside) {
      const key = `${operation.storeId}:${purpose}:${sku}`;
      const before = told.get(key) ?? { put: 0, settled: 0 };
      told.set(key, units > 0 ? { ...before, put: before.put + units } : { ...before, settled: before.settled - units });
    }
  }
  const { rows } = await sql<{ id: string; units: number }>`
    select id, coalesce((body -> 'quantity')::bigint, 0)::int as units from documents where kind = 'set_aside'`.execute(db);
  const waiting = new Map(rows.map(({ id, units }) => [id, units]));
  const wrong = [...told].flatMap(([key, { put, settled }]) => {
    const units = waiting.get(key) ?? 0;
    return units >= Math.max(0, put - settled) && units <= put
      ? []
      : [`P2: ${units} of ${key} are set aside, people put ${put} there and settled ${settled}`];
  });
  const unknown = [...waiting].filter(([id, units]) => units > 0 && !told.has(id));
  return [...wrong, ...unknown.map(([id, units]) => `P2: ${units} of ${id} are set aside, and nobody put them there`)];
}
