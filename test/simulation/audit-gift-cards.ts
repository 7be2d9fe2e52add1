import { sql } from 'kysely';
import type { Audited } from './audited.ts';

/** Each gift card has what was put on it, less what was taken off (rule M1); and who took more than it had was told (rule J5). */
export async function compareGiftCards({ books, pool: { db } }: Audited): Promise<string[]> {
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const cards = new Map<string, number>();
  for (const { operation, giftCards } of books.entries.values()) {
    if (giftCards === undefined || !applied.has(operation.id)) continue;
    for (const [id, minor] of Object.entries(giftCards)) cards.set(id, (cards.get(id) ?? 0) + minor);
  }
  const { rows } = await sql<{ id: string; minor: number; told: boolean }>`
    select d.id, (d.body -> 'balanceMinor')::int as minor, exists (select from exceptions e
      where e.kind = 'stored_value_not_covered' and e.body -> 'facts' ->> 'card' = d.id) as told
    from documents d where d.kind = 'stored_value' order by d.id`.execute(db);
  const known = new Map(rows.map(({ id, minor }) => [id, minor]));
  return [
    ...[...cards].flatMap(([id, minor]) =>
      (known.get(id) ?? 0) === minor
        ? []
        : [`M1: gift card ${id} has ${known.get(id) ?? 'no balance'} in the pool, the books make ${minor}`],
    ),
    ...rows.flatMap(({ id, told }) =>
      (cards.get(id) ?? 0) < 0 && !told ? [`J5: gift card ${id} gave more than it had, and nobody was told`] : [],
    ),
  ];
}
