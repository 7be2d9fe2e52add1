import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { gtinsOf } from '../../domain/barcodes/gtin.ts';
import type { PictureWritten, ProductList, ProductQuery, ProductRow } from '../../domain/catalog/picture.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type PictureRefusal, shrinkPicture } from './shrink-picture.ts';
import { writePicture } from './write-picture.ts';

/** Products by their SKUs, a page at a time. */
export async function listProducts(db: Db, { text, after, limit }: ProductQuery): Promise<ProductList> {
  const wanted = text.trim();
  const like = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<ProductRow>`
    select sku, name, category, gtin, picture, terms from products where sku > ${after ?? ''}::text
      and (name ilike ${like} or sku = ${wanted}::text or gtin = any(${gtinsOf(wanted)}::text[]))
    order by sku limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.sku ?? null) : null };
}

/** Writes the picture of a product, or takes it away. @param bytes as they were handed in; null for none. */
export async function putPicture(
  db: Db,
  sku: string,
  bytes: Buffer | null,
  by: Actor,
): Promise<Result<PictureWritten, PictureRefusal | 'unknown_product'>> {
  const small = bytes === null ? accept(null) : await shrinkPicture(bytes);
  if (!small.ok) return small;
  return transact(db, async (tx) => {
    const changeItems: ChangeItem[] = [];
    const changed = await writePicture(tx, sku, small.value, changeItems);
    if (changed === null) return refuse('unknown_product');
    const picture = small.value?.hash ?? null;
    if (changed) await logAction(tx, by, { code: picture === null ? 'picture.remove' : 'picture.put', subject: sku });
    await allocateChanges(tx, changeItems);
    return accept({ sku, picture });
  });
}

/** A picture by its hash; undefined where no product has it. */
export async function readPicture(db: Db, hash: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('pictures').select('content').where('hash', '=', hash).executeTakeFirst();
  return row === undefined ? undefined : Buffer.from(row.content);
}
