import { sql } from 'kysely';
import { groupBy } from '../../domain/base/group-by.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { areRivals, overlapFault, type PriceFault, priceListFault } from '../../domain/price-lists/check-price-list.ts';
import { priceListDocument } from '../../domain/price-lists/documents.ts';
import { pricePageId, scopesOfPrices } from '../../domain/price-lists/page-id.ts';
import { type PriceList, standingOf } from '../../domain/price-lists/price-list.ts';
import type { PriceListPage, PriceListQuery } from '../../domain/price-lists/price-list-protocol.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { loadPricedSkus, loadPriceLists, loadPrices } from './load-prices.ts';
import { writePriceList } from './write-price-list.ts';
import { lockPrices, pageItems, pagesOf } from './write-prices.ts';

/** A fault names its field; without one the list itself is not there. */
export type PriceListRefusal = { readonly code: 'unknown_price_list' } | PriceFault;

/** What the log keeps of a list: no names, and of customers only how many. */
const logged = (list: PriceList) => ({
  standing: standingOf(list),
  currency: list.currency,
  startsOn: list.startsOn,
  endsOn: list.endsOn,
  priority: list.priority,
  storeIds: list.storeIds,
  customerGroups: list.customerGroups,
  customers: list.customerIds.length,
});

/** Price lists by their ids, a page at a time. */
export async function listPriceLists(db: Db, { after, limit }: PriceListQuery): Promise<PriceListPage> {
  const { rows } = await sql<{ body: PriceList; prices: number }>`
    select body, (select count(*)::int from prices where list_id = l.id) as prices from price_lists l
    where id > ${after ?? ''}::text order by id limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit).map(({ body, prices }) => ({ ...priceListDocument.completed(body), prices }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

async function storeIdsOf(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('locations').select('id').where('kind', '=', 'store').execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whether prices of a list would overlap those of its rivals, as the list is to be. */
async function rivalFault(
  tx: Tx,
  list: PriceList,
  lists: ReadonlyMap<string, PriceList>,
  skus: readonly string[],
): Promise<PriceFault | null> {
  const rivals = [...lists.values()].filter((other) => areRivals(list, other));
  if (rivals.length === 0) return null;
  const known = new Map([...rivals, list].map((one) => [one.id, one]));
  const prices = await loadPrices(tx, [...known.keys()], skus);
  const all = prices.flatMap((price) => {
    const of = known.get(price.listId);
    return of === undefined ? [] : [{ list: of, price }];
  });
  const others = groupBy(
    all.filter((one) => one.list !== list),
    ({ price }) => price.sku,
  );
  for (const one of all) {
    const fault = one.list === list ? overlapFault(one, others.get(one.price.sku) ?? []) : null;
    if (fault !== null)
      return { ...fault, field: 'priority', issue: `lets prices of two lists hold together: ${one.price.sku} ${fault.issue}` };
  }
  return null;
}

/** The pages of a list that other stores get now than before. */
function movedPages(before: PriceList, after: PriceList, pages: ReadonlySet<number>): ChangeItem[] {
  const idOf = (list: PriceList) => pricePageId(list, 0);
  const [had, has] = [scopesOfPrices(before), scopesOfPrices(after)];
  const isSame = (scope: ChangeItem['scope'], scopes: typeof had) => idOf(before) === idOf(after) && scopes.includes(scope);
  return [
    ...pageItems(before, pages, true).filter(({ scope }) => !isSame(scope, has)),
    ...pageItems(after, pages).filter(({ scope }) => !isSame(scope, had)),
  ];
}

/** Writes a price list, new or instead of the one with its id. Its prices stay. Tills hear of it with their next pull. */
export function putPriceList(db: Db, list: PriceList, by: Actor): Promise<Result<PriceList, PriceListRefusal>> {
  return transact(db, async (tx) => {
    await lockPrices(tx);
    const lists = await loadPriceLists(tx);
    const before = lists.get(list.id);
    const skus = before === undefined ? [] : await loadPricedSkus(tx, list.id);
    const isOtherCurrency = before !== undefined && before.currency !== list.currency && skus.length > 0;
    const fault = isOtherCurrency
      ? {
          code: 'currency_in_use' as const,
          field: 'currency',
          issue: 'cannot change while prices stand in the list',
          fix: 'Make a new list.',
        }
      : (priceListFault(list, await storeIdsOf(tx)) ?? (await rivalFault(tx, list, lists, skus)));
    if (fault !== null) return refuse(fault);
    const changeItems: ChangeItem[] = [];
    await writePriceList(tx, list, changeItems);
    if (changeItems.length === 0) return accept(list);
    if (before !== undefined) changeItems.push(...movedPages(before, list, new Set((await pagesOf(tx, skus)).values())));
    await logAction(tx, by, { code: 'price_list.put', subject: list.id, ...(before && { before: logged(before) }), after: logged(list) });
    await allocateChanges(tx, changeItems);
    return accept(list);
  });
}

/** Takes a price list and its prices away from all tills. */
export function deletePriceList(db: Db, id: string, by: Actor): Promise<Result<PriceList, PriceListRefusal>> {
  return transact(db, async (tx) => {
    await lockPrices(tx);
    const before = (await loadPriceLists(tx)).get(id);
    if (before === undefined) return refuse({ code: 'unknown_price_list' });
    const pages = new Set((await pagesOf(tx, await loadPricedSkus(tx, id))).values());
    await tx.deleteFrom('price_lists').where('id', '=', id).execute();
    await logAction(tx, by, { code: 'price_list.delete', subject: id, before: logged(before) });
    await allocateChanges(tx, [{ scope: 'all', kind: priceListDocument.kind, id, deleted: true }, ...pageItems(before, pages, true)]);
    return accept(before);
  });
}
