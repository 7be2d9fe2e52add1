import { sql } from 'kysely';
import { groupBy } from '../../domain/base/group-by.ts';
import { areRivals, listPriceFault, overlapFault, type PriceFault } from '../../domain/price-lists/check-price-list.ts';
import { pricePageDocument } from '../../domain/price-lists/documents.ts';
import { pricePageId, scopesOfPrices } from '../../domain/price-lists/page-id.ts';
import type { PriceList } from '../../domain/price-lists/price-list.ts';
import type { PriceInList } from '../../domain/price-lists/price-of.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { loadPriceLists, loadPrices } from './load-prices.ts';

/** Any number that nobody else uses for an advisory lock. */
const PRICES_LOCK = 7_240_302;

/** Prices and lists are written by one transaction at a time: whether two overlap is decided by what both have written. */
export async function lockPrices(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${PRICES_LOCK}::bigint)`.execute(tx);
}

/** A price that was not taken, by its place among those given. */
export interface RefusedPrice {
  readonly index: number;
  readonly fault: PriceFault;
}

export interface WrittenPrices {
  readonly refused: readonly RefusedPrice[];
  /** How many were new or different. */
  readonly written: number;
}

/** The change items of these pages of a list. */
export function pageItems(list: PriceList, pages: Iterable<number>, deleted = false): ChangeItem[] {
  const scopes = scopesOfPrices(list);
  return [...pages].flatMap((page) =>
    scopes.map((scope) => ({ scope, kind: pricePageDocument.kind, id: pricePageId(list, page), deleted })),
  );
}

const keyOf = ({ listId, sku, startsOn }: PriceInList): string => JSON.stringify([listId, sku, startsOn]);

const UNKNOWN_LIST: PriceFault = { code: 'unknown_price_list', field: 'listId', issue: 'names no price list', fix: 'Make the list first.' };
const UNKNOWN_SKU: PriceFault = {
  code: 'unknown_article',
  field: 'sku',
  issue: 'names no product of the catalog',
  fix: 'Correct the SKU, or import the product first.',
};

const TWICE: PriceFault = {
  code: 'price_twice',
  field: 'startsOn',
  issue: 'stands twice for this SKU',
  fix: 'Give each price of an SKU a first day of its own.',
};

/** What is wrong with each price by itself. */
function ownFaults(given: readonly PriceInList[], lists: ReadonlyMap<string, PriceList>, pages: ReadonlyMap<string, number>) {
  const faults = new Map<number, PriceFault>();
  const seen = new Set<string>();
  given.forEach((price, index) => {
    const list = lists.get(price.listId);
    const fault = list === undefined ? UNKNOWN_LIST : pages.has(price.sku) ? listPriceFault(price, list) : UNKNOWN_SKU;
    if (fault !== null) faults.set(index, fault);
    else if (seen.has(keyOf(price))) faults.set(index, TWICE);
    seen.add(keyOf(price));
  });
  return faults;
}

/**
 * Adds what is wrong with prices beside the others. A price that is replaced is in nobody's way; where its replacement is refused it
 * stays, and the others are looked at again.
 */
function addOverlaps(
  faults: Map<number, PriceFault>,
  given: readonly PriceInList[],
  stored: readonly PriceInList[],
  lists: ReadonlyMap<string, PriceList>,
): void {
  for (let before = -1; before !== faults.size; ) {
    before = faults.size;
    const taken = given.flatMap((price, index) => (faults.has(index) ? [] : [{ price, index }]));
    const replaced = new Set(taken.map(({ price }) => keyOf(price)));
    const bySku = groupBy(
      stored.flatMap((price) => {
        const list = lists.get(price.listId);
        return list === undefined || replaced.has(keyOf(price)) ? [] : [{ list, price }];
      }),
      ({ price }) => price.sku,
    );
    for (const { price, index } of taken) {
      const list = lists.get(price.listId);
      if (list === undefined) continue;
      const others = bySku.get(price.sku) ?? [];
      const fault = overlapFault({ list, price }, others);
      if (fault !== null) faults.set(index, fault);
      else bySku.set(price.sku, [...others, { list, price }]);
    }
  }
}

async function upsert(tx: Tx, prices: readonly PriceInList[]): Promise<{ list_id: string; sku: string }[]> {
  const rows = prices.map(({ startsOn, ...price }) => ({ ...price, startsOn: startsOn ?? '' }));
  const result = await sql<{ list_id: string; sku: string }>`
    insert into prices as p (list_id, sku, starts_on, ends_on, unit_price, breaks)
    select r."listId", r.sku, r."startsOn", r."endsOn", r."unitPrice", r.breaks
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      "listId" text, sku text, "startsOn" text, "endsOn" text, "unitPrice" bigint, breaks jsonb)
    on conflict (list_id, sku, starts_on) do update set ends_on = excluded.ends_on, unit_price = excluded.unit_price,
      breaks = excluded.breaks
    where (p.ends_on, p.unit_price, p.breaks) is distinct from (excluded.ends_on, excluded.unit_price, excluded.breaks)
    returning p.list_id, p.sku`.execute(tx);
  return result.rows;
}

/** The pages of the catalog on which these articles stand. */
export async function pagesOf(tx: Tx, skus: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.selectFrom('products').select(['sku', 'page']).where(sql<boolean>`sku = any(${skus}::text[])`).execute();
  return new Map(rows.map(({ sku, page }) => [sku, page]));
}

/**
 * Writes prices, each new or in place of the one with its list, SKU and first day, and names the pages that have a new state.
 * Those that cannot be taken are refused one by one; writing the same again changes nothing. Call {@link lockPrices} before.
 */
export async function writePrices(tx: Tx, given: readonly PriceInList[], changeItems: ChangeItem[]): Promise<WrittenPrices> {
  const lists = await loadPriceLists(tx);
  const skus = [...new Set(given.map(({ sku }) => sku))];
  const pages = await pagesOf(tx, skus);
  const own = [...new Set(given.map(({ listId }) => listId))].flatMap((id) => lists.get(id) ?? []);
  const concerned = [...lists.values()].filter((list) => own.some((one) => one.id === list.id || areRivals(one, list)));
  const stored = await loadPrices(
    tx,
    concerned.map(({ id }) => id),
    skus,
  );
  const faults = ownFaults(given, lists, pages);
  addOverlaps(faults, given, stored, lists);
  const changed = await upsert(
    tx,
    given.filter((_, index) => !faults.has(index)),
  );
  for (const [listId, rows] of groupBy(changed, (row) => row.list_id)) {
    const list = lists.get(listId);
    if (list !== undefined) changeItems.push(...pageItems(list, new Set(rows.flatMap(({ sku }) => pages.get(sku) ?? []))));
  }
  const refused = [...faults].map(([index, fault]) => ({ index, fault })).sort((a, b) => a.index - b.index);
  return { refused, written: changed.length };
}
