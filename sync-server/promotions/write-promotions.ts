import { sql } from 'kysely';
import { promotionDocument } from '../../domain/promotions/documents.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';

/** Writes promotions, and names those that have a new state. Writing the same again changes nothing. */
export async function writePromotions(tx: Tx, promotions: readonly Promotion[], changeItems: ChangeItem[]): Promise<void> {
  const distinct = [...new Map(promotions.map((one) => [one.id, { id: one.id, body: promotionDocument.compact(one) }])).values()];
  const { rows } = await sql<{ id: string }>`
    insert into promotions as p (id, body)
    select r.id, r.body from jsonb_to_recordset(${JSON.stringify(distinct)}::jsonb) as r(id text, body jsonb) order by r.id
    on conflict (id) do update set body = excluded.body where p.body is distinct from excluded.body
    returning id`.execute(tx);
  for (const { id } of rows) changeItems.push({ scope: 'all', kind: promotionDocument.kind, id });
}
