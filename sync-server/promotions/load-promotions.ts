import { sql } from 'kysely';
import { couponUseDocument, promotionDocument, storePromotionUseDocument } from '../../domain/promotions/documents.ts';
import type { PromotionContext, PromotionUse } from '../../domain/promotions/promotion-context.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import type { ListedUse } from '../../domain/promotions/promotion-protocol.ts';
import type { Db, Tx } from '../db/database.ts';

/** All promotions, by id. */
export async function loadPromotions(db: Db | Tx): Promise<Promotion[]> {
  const rows = await db.selectFrom('promotions').select('body').orderBy('id').execute();
  return rows.map(({ body }) => promotionDocument.completed(body as Promotion));
}

/** What promotions were used for in all stores. Those that were never used are left out. */
export async function loadUses(db: Db, promotionIds: readonly string[]): Promise<ListedUse[]> {
  const { rows } = await sql<ListedUse>`
    select body ->> 'promotionId' as id, sum((body -> 'amountMinor')::bigint)::bigint as "amountMinor",
      sum((body -> 'uses')::bigint)::bigint as uses
    from documents where kind = ${storePromotionUseDocument.kind} and body ->> 'promotionId' = any(${promotionIds}::text[])
    group by 1 order by 1`.execute(db);
  return rows;
}

/** What was used already, as a till would know it. @param couponIds of the codes that are asked about. */
export async function loadUsed(
  db: Db,
  promotionIds: readonly string[],
  couponIds: readonly string[],
): Promise<Required<Pick<PromotionContext, 'used' | 'usedCodes' | 'usedMinor'>>> {
  const uses = await loadUses(db, promotionIds);
  const { rows } = await sql<{ id: string; uses: number; minor: number }>`
    select id, (body -> 'uses')::int as uses, coalesce((body -> 'amountMinor')::bigint, 0) as minor from documents
    where kind = ${couponUseDocument.kind} and id = any(${couponIds}::text[])`.execute(db);
  return {
    used: new Map(uses.map(({ id, ...use }): [string, PromotionUse] => [id, use])),
    usedCodes: new Map(rows.map((row) => [row.id, row.uses])),
    usedMinor: new Map(rows.map((row) => [row.id, row.minor])),
  };
}
