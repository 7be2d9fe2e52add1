import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { ArticleTerms } from '../../domain/catalog/article-terms.ts';
import type { TermsWritten } from '../../domain/catalog/picture.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { checkTerms, type RefusedTerms } from './check-terms.ts';

/** Says how a product is sold; null makes plain goods of it. The same again changes nothing. */
export async function writeTerms(
  db: Db,
  sku: string,
  terms: ArticleTerms | null,
  by: Actor,
): Promise<Result<TermsWritten, RefusedTerms | 'unknown_product'>> {
  return transact(db, async (tx) => {
    const product = await tx
      .selectFrom('products')
      .select(['page', 'sold_by', 'terms'])
      .where('sku', '=', sku)
      .forUpdate()
      .executeTakeFirst();
    if (product === undefined) return refuse('unknown_product');
    const isPlain = terms === null || Object.keys(terms).length === 0;
    const asked = { sku, soldBy: product.sold_by, ...(!isPlain && { terms }) };
    const { fine, refused } = await checkTerms(tx, [asked]);
    if (refused[0] !== undefined) return refuse(refused[0]);
    const after = fine[0]?.terms ?? null;
    const { numUpdatedRows } = await tx
      .updateTable('products')
      .set({ terms: after && JSON.stringify(after) })
      .where('sku', '=', sku)
      .where(sql<boolean>`terms is distinct from ${after && JSON.stringify(after)}::jsonb`)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) {
      await logAction(tx, by, { code: 'product.terms', subject: sku });
      await allocateChanges(tx, [{ scope: 'all', kind: 'catalog_page', id: String(product.page) }]);
    }
    return accept({ sku, terms: after });
  });
}
