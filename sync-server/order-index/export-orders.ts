import { priceText } from '../../domain/base/decimal-text.ts';
import { UNIT_PRICE_SCALE } from '../../domain/base/money.ts';
import type { ListedOrder, OrderListQuery } from '../../domain/orders/order-list-protocol.ts';
import { plainCsvCell } from '../base/csv.ts';
import type { Db } from '../db/database.ts';
import { listOrders } from './list-orders.ts';
import { readPlace } from './order-place.ts';

/** So many rows are read at a time: the file is never in memory as a whole. */
const PAGE = 1000;

const COLUMNS = ['number', 'status', 'kind', 'channel', 'stores', 'customer', 'placed_at', 'promised_at', 'late', 'total', 'currency'];

function rowOf(order: ListedOrder): string {
  const { number, status, kind, channel, stores, customerName, placedAt, promisedAt, isLate, totalMinor, currency } = order;
  const total = priceText(totalMinor * UNIT_PRICE_SCALE, currency);
  const what = [number, status, kind, channel ?? '', stores.join(' '), customerName];
  const cells = [...what, placedAt, promisedAt ?? '', isLate ? 'yes' : 'no', total, currency];
  return `${cells.map(plainCsvCell).join(',')}\r\n`;
}

/** The orders that a query lists, the newest first, as a CSV file in UTF-8 with a mark by which spreadsheets know that. */
export async function* exportOrders(db: Db, query: Omit<OrderListQuery, 'limit' | 'after' | 'sort'>): AsyncGenerator<string> {
  yield `\ufeff${COLUMNS.join(',')}\r\n`;
  for (let after: string | null | undefined; after !== null; ) {
    const place = after === undefined ? null : readPlace(after, 'placed');
    const { items, next }: Awaited<ReturnType<typeof listOrders>> = await listOrders(db, { ...query, sort: 'placed', limit: PAGE }, place);
    if (items.length > 0) yield items.map(rowOf).join('');
    after = next;
  }
}
