import { sql } from 'kysely';
import { z } from 'zod';
import { promotionUseDocument, storePromotionUseDocument } from '../../domain/promotions/documents.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { defineJob } from '../jobs/define-job.ts';

/** One that has been over for longer is not told any more. */
export const TOLD_DAYS = 30;

/**
 * Tells all registers what promotions were used for in each store. What has not changed is not written. Sales write the uses of their own
 * store alone, so that fifty stores do not hear of each sale.
 * @returns how many promotions have other uses than before.
 */
export async function tellUses(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into documents as d (kind, id, body)
    select ${promotionUseDocument.kind}, p.id, jsonb_build_object('id', p.id, 'stores', jsonb_object_agg(u.body ->> 'storeId',
      jsonb_build_object('amountMinor', u.body -> 'amountMinor', 'uses', u.body -> 'uses')))
    from promotions p join documents u on u.kind = ${storePromotionUseDocument.kind} and u.body ->> 'promotionId' = p.id
    where p.body ->> 'endsOn' > to_char(now() - make_interval(days => ${TOLD_DAYS}), 'YYYY-MM-DD')
    group by p.id order by p.id
    on conflict (kind, id) do update set body = excluded.body where d.body is distinct from excluded.body
    returning id`.execute(tx);
  await allocateChanges(
    tx,
    rows.map(({ id }) => ({ scope: 'all', kind: promotionUseDocument.kind, id })),
  );
  return rows.length;
}

export const tellUsesJob = defineJob({
  kind: 'tell_promotion_uses',
  schema: z.strictObject({}),
  recurs: { everyMs: 30_000, payload: {} },
  run: async (tx) => ({ changed: await tellUses(tx) }),
});
