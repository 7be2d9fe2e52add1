import { sql } from 'kysely';
import { priceListDocument } from '../../domain/price-lists/documents.ts';
import type { ListPrice, PriceList } from '../../domain/price-lists/price-list.ts';
import type { PriceInList } from '../../domain/price-lists/price-of.ts';
import type { Db, Tx } from '../db/database.ts';

/** All price lists, by id. */
export async function loadPriceLists(db: Db | Tx): Promise<Map<string, PriceList>> {
  const rows = await db.selectFrom('price_lists').select('body').orderBy('id').execute();
  const lists = rows.map(({ body }) => priceListDocument.completed(body as PriceList));
  return new Map(lists.map((list) => [list.id, list]));
}

interface PriceRow {
  readonly list_id: string;
  readonly sku: string;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly unit_price: number;
  readonly breaks: ListPrice['breaks'];
}

/** A price as its row has it. */
export function priceOfRow({ list_id, sku, starts_on, ends_on, unit_price, breaks }: PriceRow): PriceInList {
  return { listId: list_id, sku, startsOn: starts_on || null, endsOn: ends_on, unitPrice: unit_price, breaks };
}

/** The prices of these articles in these lists. */
export async function loadPrices(db: Db | Tx, listIds: readonly string[], skus: readonly string[]): Promise<PriceInList[]> {
  if (listIds.length === 0 || skus.length === 0) return [];
  const rows = await db
    .selectFrom('prices')
    .select(['list_id', 'sku', 'starts_on', 'ends_on', 'unit_price', 'breaks'])
    .where(sql<boolean>`list_id = any(${listIds}::text[]) and sku = any(${skus}::text[])`)
    .execute();
  return rows.map(priceOfRow);
}

/** The SKUs that have a price in a list. */
export async function loadPricedSkus(db: Db | Tx, listId: string): Promise<string[]> {
  const rows = await db.selectFrom('prices').select('sku').distinct().where('list_id', '=', listId).execute();
  return rows.map(({ sku }) => sku);
}
