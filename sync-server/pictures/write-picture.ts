import { sql } from 'kysely';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import type { SmallPicture } from './shrink-picture.ts';

/**
 * Gives a product its picture, or takes it away, and names the catalog page that has a new state. A picture that no product has any
 * more is deleted.
 * @returns whether anything changed; null where there is no such product.
 */
export async function writePicture(tx: Tx, sku: string, picture: SmallPicture | null, changeItems: ChangeItem[]): Promise<boolean | null> {
  const product = await tx.selectFrom('products').select(['page', 'picture']).where('sku', '=', sku).forUpdate().executeTakeFirst();
  if (product === undefined) return null;
  const after = picture?.hash ?? null;
  if (product.picture === after) return false;
  if (picture !== null)
    await tx
      .insertInto('pictures')
      .values(picture)
      .onConflict((same) => same.column('hash').doNothing())
      .execute();
  await tx.updateTable('products').set({ picture: after }).where('sku', '=', sku).execute();
  const before = product.picture;
  if (before !== null) {
    await sql`delete from pictures where hash = ${before} and not exists (select 1 from products where picture = ${before})`.execute(tx);
  }
  changeItems.push({ scope: 'all', kind: 'catalog_page', id: String(product.page) });
  return true;
}
