import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { listPrice, type PriceBreak, type PriceList } from '../../domain/price-lists/price-list.ts';
import type { PriceInList } from '../../domain/price-lists/price-of.ts';
import { type Actor, logAction } from '../access/actor.ts';
import { findArticles } from '../catalog/find-articles.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { lockPrices, writePrices } from '../price-lists/write-prices.ts';
import { importById } from './import-by-id.ts';
import { type Fault, fault, type Importer, readText } from './import-rows.ts';
import { priceFaultRow } from './price-fault-row.ts';
import { schemaFault } from './schema-fault.ts';
import { readEach, readPair, readWhole, withText } from './read-parts.ts';
import { readPrice } from './read-price.ts';
import type { Row } from './read-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

export const PRICE_COLUMNS = ['list', 'sku', 'price'] as const;

/** Columns that a file may have besides. */
export const OTHER_PRICE_COLUMNS = ['starts_on', 'ends_on', 'breaks'] as const;

const BATCH = 5_000;

interface Read {
  readonly line: number;
  readonly text: string;
  readonly price: PriceInList;
}

/** The columns of fields that are called otherwise. */
const COLUMN_OF = { listId: 'list', unitPrice: 'price', startsOn: 'starts_on', endsOn: 'ends_on' } as const;

/** `6:1.80|12:1.60`: from six pieces on 1.80 each. */
function readBreaks(row: Row, currency: string): Result<PriceBreak[], Fault> {
  const text = row.get('breaks').trim();
  if (text === '') return accept([]);
  return readEach(text.split('|'), (one) => {
    const pair = readPair(one.trim(), 'breaks', '6:1.80|12:1.60');
    if (!pair.ok) return pair;
    const from = readWhole(pair.value[0], 'breaks');
    if (!from.ok) return from;
    const price = readPrice(withText(row, pair.value[1]), 'breaks', { currency, mayBeZero: true });
    return price.ok ? accept({ fromQuantity: from.value, unitPrice: price.value }) : price;
  });
}

function readRow(row: Row, lists: ReadonlyMap<string, PriceList>): Result<Read, Fault> {
  const listId = readText(row, 'list', 64);
  if (!listId.ok) return listId;
  const list = lists.get(listId.value);
  if (list === undefined) return fault('list', 'unknown_list', {});
  const sku = readText(row, 'sku', 64);
  if (!sku.ok) return sku;
  const unitPrice = readPrice(row, 'price', { currency: list.currency, mayBeZero: true });
  if (!unitPrice.ok) return unitPrice;
  const breaks = readBreaks(row, list.currency);
  if (!breaks.ok) return breaks;
  const price = listPrice.safeParse({
    sku: sku.value,
    unitPrice: unitPrice.value,
    breaks: breaks.value,
    startsOn: row.get('starts_on').trim() || null,
    endsOn: row.get('ends_on').trim() || null,
  });
  if (price.success) return accept({ line: row.line, text: row.text, price: { ...price.data, listId: listId.value } });
  const [issue] = price.error.issues;
  const field = String(issue?.path[0] ?? '');
  return refuse(schemaFault((COLUMN_OF as Readonly<Record<string, string>>)[field] ?? field, issue));
}

/** Writes a batch. @returns the rows that were refused. */
async function writeBatch(db: Db, batch: readonly Read[], by: Actor): Promise<readonly RefusedRow[]> {
  const { refused } = await transact(db, async (tx) => {
    await lockPrices(tx);
    const articles = await findArticles(
      tx,
      batch.map(({ price }) => price.sku),
    );
    const changeItems: ChangeItem[] = [];
    const written = await writePrices(
      tx,
      batch.map(({ price }) => ({ ...price, sku: articles.get(price.sku)?.sku ?? price.sku })),
      changeItems,
    );
    const subject = [...new Set(batch.map(({ price }) => price.listId))].sort().join(' ');
    if (written.written > 0) await logAction(tx, by, { code: 'price.import', subject, after: { prices: written.written } });
    await allocateChanges(tx, changeItems);
    return written;
  });
  return refused.map(({ index, fault: wrong }): RefusedRow => {
    const { line = 0, text = '' } = batch[index] ?? {};
    return { line, text, ...priceFaultRow(wrong, COLUMN_OF) };
  });
}

/**
 * Imports prices into lists: new ones, and in the place of those with the same list, article and first day. An article is named by its SKU,
 * or its barcode in any length. Importing a file again changes nothing. @param lists all that there are.
 */
export function priceImporter(db: Db, lists: ReadonlyMap<string, PriceList>, by: Actor): Importer {
  return importById<Read>({
    field: 'sku',
    batchSize: BATCH,
    read: (row) => readRow(row, lists),
    idOf: ({ price: { listId, sku, startsOn } }) => JSON.stringify([listId, sku, startsOn]),
    write: (batch) => writeBatch(db, batch, by),
  });
}
