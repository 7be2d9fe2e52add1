import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { PriceFault } from '../../domain/price-lists/check-price-list.ts';
import type { ListPrice } from '../../domain/price-lists/price-list.ts';
import type { PriceQuery, PricesPage } from '../../domain/price-lists/price-list-protocol.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { loadPriceLists, loadPrices, priceOfRow } from './load-prices.ts';
import { lockPrices, pageItems, pagesOf, writePrices } from './write-prices.ts';

export type PriceRefusal = { readonly code: 'unknown_price_list' } | { readonly code: 'unknown_price' } | PriceFault;

/** Where the page before ended: an SKU and a first day; what is no such place means the first page. */
function readCursor(after: string | undefined): readonly [string, string] {
  const at = (after ?? '').indexOf('|');
  return at < 0 ? ['', ''] : [after?.slice(at + 1) ?? '', after?.slice(0, at) ?? ''];
}

type ListedRow = Parameters<typeof priceOfRow>[0] & { readonly name: string; readonly catalog_price: number };

/** The prices of a list by SKU and first day, a page at a time. */
export async function listPrices(
  db: Db,
  listId: string,
  { search, on, after, limit }: PriceQuery,
): Promise<Result<PricesPage, PriceRefusal>> {
  if (!(await loadPriceLists(db)).has(listId)) return refuse({ code: 'unknown_price_list' });
  const [sku, startsOn] = readCursor(after);
  const text = (search ?? '').trim().replace(/[\\%_]/g, '\\$&');
  const { rows } = await sql<ListedRow>`
    select p.list_id, p.sku, p.starts_on, p.ends_on, p.unit_price, p.breaks, a.name, a.unit_price as catalog_price
    from prices p join products a on a.sku = p.sku
    where p.list_id = ${listId} and (p.sku, p.starts_on) > (${sku}::text, ${startsOn}::text)
      and (a.sku ilike ${`${text}%`} or a.name ilike ${`%${text}%`})
      and (${on ?? null}::text is null or p.starts_on <= ${on ?? null}::text and coalesce(p.ends_on >= ${on ?? null}::text, true))
    order by p.sku, p.starts_on limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return accept({
    items: shown.map((row) => {
      const { listId: _, ...price } = priceOfRow(row);
      return { ...price, name: row.name, catalogPrice: row.catalog_price };
    }),
    next: rows.length > limit && last !== undefined ? `${last.starts_on}|${last.sku}` : null,
  });
}

/** How many single prices the log tells of; of more it tells how many there were. */
const MOST_LOGGED = 20;

async function logPrices(tx: Tx, listId: string, before: readonly ListPrice[], after: readonly ListPrice[], by: Actor): Promise<void> {
  if (after.length > MOST_LOGGED) return logAction(tx, by, { code: 'price.put', subject: listId, after: { prices: after.length } });
  for (const price of after) {
    const { sku, ...values } = price;
    const known = before.find((one) => one.sku === sku && one.startsOn === price.startsOn);
    const was = known && { unitPrice: known.unitPrice, startsOn: known.startsOn, endsOn: known.endsOn, breaks: known.breaks };
    await logAction(tx, by, { code: 'price.put', subject: `${listId} ${sku}`, ...(was && { before: was }), after: values });
  }
}

/** Undoes a transaction and says why. */
class Refused extends Error {
  readonly refusal: PriceRefusal;
  constructor(refusal: PriceRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Writes prices into a list, each new or in place of the one with its SKU and first day: all of them, or none.
 * @returns how many were new or different.
 */
export async function putPrices(db: Db, listId: string, prices: readonly ListPrice[], by: Actor): Promise<Result<number, PriceRefusal>> {
  try {
    return await transact(db, async (tx) => {
      await lockPrices(tx);
      if (!(await loadPriceLists(tx)).has(listId)) return refuse({ code: 'unknown_price_list' });
      const before = await loadPrices(
        tx,
        [listId],
        prices.map(({ sku }) => sku),
      );
      const changeItems: ChangeItem[] = [];
      const { refused, written } = await writePrices(
        tx,
        prices.map((price) => ({ ...price, listId })),
        changeItems,
      );
      const [first] = refused;
      if (first !== undefined) throw new Refused({ ...first.fault, field: `prices.${first.index}.${first.fault.field}` });
      if (written > 0) await logPrices(tx, listId, before, prices, by);
      await allocateChanges(tx, changeItems);
      return accept(written);
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

/** Takes a price out of a list. @param startsOn its first day; null for the one without. */
export function deletePrice(
  db: Db,
  listId: string,
  sku: string,
  startsOn: string | null,
  by: Actor,
): Promise<Result<ListPrice, PriceRefusal>> {
  return transact(db, async (tx) => {
    await lockPrices(tx);
    const list = (await loadPriceLists(tx)).get(listId);
    if (list === undefined) return refuse({ code: 'unknown_price_list' });
    const found = (await loadPrices(tx, [listId], [sku])).find((price) => price.startsOn === startsOn);
    if (found === undefined) return refuse({ code: 'unknown_price' });
    const { listId: _, ...price } = found;
    await tx
      .deleteFrom('prices')
      .where('list_id', '=', listId)
      .where('sku', '=', sku)
      .where('starts_on', '=', startsOn ?? '')
      .execute();
    await logAction(tx, by, { code: 'price.delete', subject: `${listId} ${sku}`, before: price });
    await allocateChanges(tx, pageItems(list, (await pagesOf(tx, [sku])).values()));
    return accept(price);
  });
}
