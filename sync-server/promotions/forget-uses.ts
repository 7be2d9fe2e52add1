import { sql } from 'kysely';
import { z } from 'zod';
import type { Scope } from '../../domain/base/scope.ts';
import { couponUseDocument, promotionUseDocument, storePromotionUseDocument } from '../../domain/promotions/documents.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { defineJob } from '../jobs/define-job.ts';
import { TOLD_DAYS } from './tell-uses.ts';

const COUNTS = [couponUseDocument.kind, promotionUseDocument.kind, storePromotionUseDocument.kind] as const;

type CountKind = (typeof COUNTS)[number];

/** The promotion that a count `u` is of. */
const PROMOTION_OF = sql`coalesce(u.body ->> 'promotionId', u.id)`;

/** Takes the counts of promotions that are gone, or over for long, off the registers. The database keeps them. @returns how many. */
export async function forgetUses(tx: Tx): Promise<number> {
  const { rows } = await sql<{ scope: Scope; kind: CountKind; id: string }>`
    select c.scope, c.kind, c.id from changes c join documents u on u.kind = c.kind and u.id = c.id
    left join promotions p on p.id = ${PROMOTION_OF}
    where c.kind = any(${[...COUNTS]}::text[]) and not c.deleted
      and (p.id is null or p.body ->> 'endsOn' < to_char(now() - make_interval(days => ${TOLD_DAYS}), 'YYYY-MM-DD'))
    order by c.scope, c.kind, c.id`.execute(tx);
  await allocateChanges(
    tx,
    rows.map(({ scope, kind, id }): ChangeItem => ({ scope, kind, id, deleted: true })),
  );
  return rows.length;
}

/** Names the counts of promotions that were taken off the registers: they hold again. */
export async function tellAgain(tx: Tx, promotionIds: readonly string[], changeItems: ChangeItem[]): Promise<void> {
  const { rows } = await sql<{ scope: Scope; kind: CountKind; id: string }>`
    select c.scope, c.kind, c.id from changes c join documents u on u.kind = c.kind and u.id = c.id
    where c.kind = any(${[...COUNTS]}::text[]) and c.deleted and ${PROMOTION_OF} = any(${[...promotionIds]}::text[])`.execute(tx);
  changeItems.push(...rows);
}

export const forgetUsesJob = defineJob({
  kind: 'forget_promotion_uses',
  schema: z.strictObject({}),
  recurs: { daily: '20 3 * * *', payload: {} },
  run: async (tx) => ({ changed: await forgetUses(tx) }),
});
