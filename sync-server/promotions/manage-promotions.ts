import { promotionFault, type PromotionFault } from '../../domain/promotions/check-promotion.ts';
import { promotionDocument } from '../../domain/promotions/documents.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import type { PromotionPage, PromotionQuery } from '../../domain/promotions/promotion-protocol.ts';
import { revisionOf } from '../../domain/promotions/revision.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type RawBuilder, sql } from 'kysely';
import { loadUses } from './load-promotions.ts';
import { tellAgain } from './forget-uses.ts';
import { writePromotions } from './write-promotions.ts';

export type PromotionRefusal =
  | { readonly code: 'unknown_promotion' | 'promotion_changed' | 'promotion_exists' }
  | ({ readonly code: 'bad_promotion' } & Omit<PromotionFault, 'fault'>);

/** What the log keeps of a promotion: no names, no codes of customers. */
const logged = ({ kind, startsOn, endsOn }: Promotion) => ({ kind, startsOn, endsOn });

/** A promotion, whose row stays locked until the transaction ends; undefined where there is none. */
async function lockPromotion(tx: Tx, id: string): Promise<Promotion | undefined> {
  const row = await tx.selectFrom('promotions').select('body').where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : promotionDocument.completed(row.body as Promotion);
}

const STANDS: Readonly<Record<PromotionQuery['state'], (day: string) => RawBuilder<boolean>>> = {
  running: (day) => sql`${day}::text between body ->> 'startsOn' and body ->> 'endsOn'`,
  coming: (day) => sql`body ->> 'startsOn' > ${day}::text`,
  over: (day) => sql`body ->> 'endsOn' < ${day}::text`,
};

/** Promotions by their ids, a page at a time. */
export async function listPromotions(db: Db, { on, state, search, after, limit }: PromotionQuery): Promise<PromotionPage> {
  const like = `%${(search ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ body: Promotion }>`
    select body from promotions where id > ${after ?? ''}::text
      and (${on ?? null}::text is null or ${STANDS[state](on ?? '')})
      and (id ilike ${like} or body ->> 'name' ilike ${like})
    order by id limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit).map(({ body }) => promotionDocument.completed(body));
  const uses = await loadUses(
    db,
    items.map(({ id }) => id),
  );
  return { items, uses, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

async function save(tx: Tx, before: Promotion | undefined, after: Promotion, by: Actor): Promise<Result<Promotion, PromotionRefusal>> {
  const fault = promotionFault(after);
  if (fault !== null) return refuse({ code: 'bad_promotion', ...fault });
  const changeItems: ChangeItem[] = [];
  await writePromotions(tx, [after], changeItems);
  if (changeItems.length === 0) return accept(after);
  const was = before !== undefined && { before: logged(before) };
  await logAction(tx, by, { code: 'promotion.put', subject: after.id, ...was, after: logged(after) });
  if (before === undefined || before.endsOn !== after.endsOn) await tellAgain(tx, [after.id], changeItems);
  await allocateChanges(tx, changeItems);
  return accept(after);
}

/** Writes a promotion, new or instead of the one with its id. Tills hear of it with their next pull, and begin it on its day. */
export function putPromotion(db: Db, promotion: Promotion, by: Actor): Promise<Result<Promotion, PromotionRefusal>> {
  return transact(db, async (tx) => save(tx, await lockPromotion(tx, promotion.id), promotion, by));
}

/**
 * Writes a promotion where it still is as it was shown: somebody else's change is not undone unseen.
 * @param revision of the one that was shown; null for one that must be new.
 */
export function changePromotion(
  db: Db,
  promotion: Promotion,
  revision: string | null,
  by: Actor,
): Promise<Result<Promotion, PromotionRefusal>> {
  return transact(db, async (tx) => {
    // Two who make the same one at once: the second waits here, and is told.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`promotion:${promotion.id}`}, 0))`.execute(tx);
    const before = await lockPromotion(tx, promotion.id);
    if (before === undefined && revision !== null) return refuse({ code: 'unknown_promotion' });
    if (before !== undefined && revision === null) return refuse({ code: 'promotion_exists' });
    if (before !== undefined && revisionOf(before) !== revision) return refuse({ code: 'promotion_changed' });
    return save(tx, before, promotion, by);
  });
}

/** Says on which day a promotion ends. It stays known: a return may have to be priced by it. */
export function endPromotion(db: Db, id: string, endsOn: string, by: Actor): Promise<Result<Promotion, PromotionRefusal>> {
  return transact(db, async (tx) => {
    const before = await lockPromotion(tx, id);
    return before === undefined ? refuse({ code: 'unknown_promotion' }) : save(tx, before, { ...before, endsOn }, by);
  });
}

/** Takes a promotion away from all tills. */
export function deletePromotion(db: Db, id: string, by: Actor): Promise<Result<Promotion, PromotionRefusal>> {
  return transact(db, async (tx) => {
    const before = await lockPromotion(tx, id);
    if (before === undefined) return refuse({ code: 'unknown_promotion' });
    await tx.deleteFrom('promotions').where('id', '=', id).execute();
    await logAction(tx, by, { code: 'promotion.delete', subject: id, before: logged(before) });
    await allocateChanges(tx, [{ scope: 'all', kind: promotionDocument.kind, id, deleted: true }]);
    return accept(before);
  });
}
