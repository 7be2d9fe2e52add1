import { sql } from 'kysely';
import { z } from 'zod';
import { storePromotionUseDocument } from '../../domain/promotions/documents.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { defineJob } from '../jobs/define-job.ts';
import { tellUses } from './tell-uses.ts';
import { USES_OF_SALES } from './uses-of-sales.ts';

/**
 * Counts the uses of promotions anew from all sales and what came back of them. Sales wait meanwhile.
 * @returns how many counts were wrong.
 */
export async function recountUses(tx: Tx): Promise<number> {
  // What is being written now is waited for, and counted.
  await sql`lock table sales in share mode`.execute(tx);
  const { rows } = await sql<{ id: string; storeId: string }>`
    insert into documents as d (kind, id, body)
    select ${storePromotionUseDocument.kind}, promotion_id || ':' || store_id, jsonb_build_object('id', promotion_id || ':' || store_id,
      'promotionId', promotion_id, 'storeId', store_id, 'amountMinor', minor, 'uses', uses)
    from (
      select promotion_id, store_id, minor, uses from (${USES_OF_SALES}) counted
      union all
      -- What is counted and was sold nowhere.
      select u.body ->> 'promotionId', u.body ->> 'storeId', 0, 0 from documents u where u.kind = ${storePromotionUseDocument.kind}
        and not exists (select 1 from (${USES_OF_SALES}) c where c.promotion_id || ':' || c.store_id = u.id)
    ) due order by 2
    on conflict (kind, id) do update set body = excluded.body where d.body is distinct from excluded.body
    returning id, body ->> 'storeId' as "storeId"`.execute(tx);
  await allocateChanges(
    tx,
    rows.map(({ id, storeId }) => ({ scope: storeScope(storeId), kind: storePromotionUseDocument.kind, id })),
  );
  return rows.length;
}

/** Counts anew, and tells all registers. @returns how many counts were wrong. */
export function recountAndTell(db: Db): Promise<number> {
  return transact(db, async (tx) => {
    const wrong = await recountUses(tx);
    await tellUses(tx);
    return wrong;
  });
}

/** Made once by the migration that began to count. */
export const recountUsesJob = defineJob({
  kind: 'recount_promotion_uses',
  schema: z.strictObject({}),
  run: async (tx) => ({ changed: await recountUses(tx) }),
});
