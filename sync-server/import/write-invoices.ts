import { importFaultOf } from '../../domain/office/import-fault.ts';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { lineTotal } from '../../domain/base/money.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import { findArticles } from '../catalog/find-articles.ts';
import { upsertProducts } from '../catalog/upsert-products.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { endTaking, takeOrders } from '../orders/take-order.ts';
import { postMovements } from '../stock/post-movements.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Invoice } from './invoice-groups.ts';
import type { RefusedRow } from './refused-rows.ts';

export interface InvoiceOptions {
  readonly currency: string;
  readonly openingStock: boolean;
}

/** The key under which an invoice becomes one order, however often it is imported. */
function keyOf(invoice: Invoice): string {
  return `import:${invoice.number}`;
}

function orderOf(invoice: Invoice, currency: string): OrderIntake | null {
  const [first] = invoice.rows;
  if (first === undefined) return null;
  return {
    number: invoice.number,
    placedAt: first.at,
    currency,
    customer: { name: first.customer === '' ? 'Guest' : `Customer ${first.customer}`, email: null, phone: null },
    fulfillment: { kind: 'ship', shipTo: { line1: '', city: '', region: '', postalCode: '', country: first.country }, position: null },
    lines: invoice.rows.map(({ sku, quantity, unitPrice }) => ({
      sku,
      quantity,
      unitPrice,
      totalMinor: lineTotal(unitPrice, quantity),
      taxMinor: 0,
    })),
  };
}

/** The lines of orders that were imported before, by the key of their invoice: each as {@link lineKey}. */
async function readKnown(tx: Tx, invoices: readonly Invoice[]): Promise<Map<string, string[]>> {
  const known = await tx
    .selectFrom('orders')
    .leftJoin('order_lines as l', 'l.order_id', 'orders.id')
    .select(['orders.idempotency_key as key', 'l.sku', 'l.quantity'])
    .where(sql<boolean>`idempotency_key = any(${invoices.map(keyOf)}::text[])`)
    .execute();
  const lines = new Map<string, string[]>();
  for (const { key, sku, quantity } of known) lines.set(key, [...(lines.get(key) ?? []), lineKey(sku, quantity)]);
  return lines;
}

function lineKey(sku: string | null, quantity: number | null): string {
  return `${quantity} ${sku}`;
}

/** The rows that an order lacks which was imported before, from a file that did not have them: an order is never added to. */
async function refuseAdded(tx: Tx, invoices: readonly Invoice[], known: ReadonlyMap<string, readonly string[]>): Promise<RefusedRow[]> {
  const articles = await findArticles(
    tx,
    invoices.flatMap((invoice) => invoice.rows.map((row) => row.sku)),
  );
  return invoices.flatMap((invoice) => {
    const left = [...(known.get(keyOf(invoice)) ?? [])];
    return invoice.rows.flatMap(({ line, text, sku, quantity }): RefusedRow[] => {
      const place = left.indexOf(lineKey(articles.get(sku)?.sku ?? sku, quantity));
      if (place >= 0) left.splice(place, 1);
      return place >= 0 ? [] : [{ line, text, ...importFaultOf('InvoiceNo', 'order_without_row', { order: invoice.number }) }];
    });
  });
}

/** Goods that only the invoices know become products; those that are known, by SKU or barcode, stay as they are. */
async function addProducts(tx: Tx, invoices: readonly Invoice[], changeItems: ChangeItem[]): Promise<void> {
  const rows = new Map(
    invoices
      .flatMap((invoice) => invoice.rows)
      .reverse()
      .map((row) => [row.sku, row]),
  );
  for (const code of (await findArticles(tx, [...rows.keys()])).keys()) rows.delete(code);
  const products = [...rows.values()].map(({ sku, description, unitPrice }) => ({
    sku,
    gtin: null,
    name: description,
    brand: '',
    category: '',
    size: '',
    unitPrice,
    taxClass: 'standard',
    minimumAge: null,
    soldBy: 'piece' as const,
    tareGrams: 0,
  }));
  if (products.length > 0) await upsertProducts(tx, products, changeItems);
}

/** What was sold was there: the goods of each order that is taken are booked in at one store, always the same for the same invoice. */
async function bookOpeningStock(tx: Tx, invoices: readonly Invoice[], changeItems: ChangeItem[]): Promise<void> {
  const stores = await tx
    .selectFrom('locations')
    .select('id')
    .where('kind', '=', 'store')
    .where('active', '=', true)
    .orderBy('id')
    .execute();
  if (stores.length === 0) return;
  const articles = await findArticles(
    tx,
    invoices.flatMap((invoice) => invoice.rows.map((row) => row.sku)),
  );
  const movements = invoices.flatMap((invoice) => {
    const which = createHash('sha256').update(invoice.number).digest().readUInt32BE(0) % stores.length;
    const locationId = stores[which]?.id ?? '';
    return invoice.rows.map((row) => ({
      locationId,
      sku: articles.get(row.sku)?.sku ?? row.sku,
      onHand: row.quantity,
      reserved: 0,
      cause: 'opening_balance' as const,
      causeId: keyOf(invoice),
    }));
  });
  await postMovements(tx, movements, changeItems);
}

/**
 * Writes invoices as online orders to be shipped, in one transaction. Those that were imported before are left alone.
 * With `openingStock`, the goods of each new order are first booked in at one store, so that it can be sourced there;
 * without it, orders are sourced from the stock there is and the rest is backordered.
 * @returns the rows of orders that were refused.
 */
export async function writeInvoices(db: Db, invoices: readonly Invoice[], options: InvoiceOptions): Promise<RefusedRow[]> {
  if (invoices.length === 0) return [];
  return transact(db, async (tx) => {
    const changeItems: ChangeItem[] = [];
    const known = await readKnown(tx, invoices);
    const fresh = invoices.filter((invoice) => !known.has(keyOf(invoice)));
    const added = await refuseAdded(
      tx,
      invoices.filter((invoice) => known.has(keyOf(invoice))),
      known,
    );
    await addProducts(tx, fresh, changeItems);
    const requests = fresh.flatMap((invoice) => {
      const order = orderOf(invoice, options.currency);
      return order === null ? [] : [{ invoice, request: { idempotencyKey: keyOf(invoice), order, isTakenOver: true } }];
    });
    const answers = await takeOrders(
      tx,
      requests.map((one) => one.request),
      changeItems,
      async (taken) => {
        const booked = options.openingStock ? fresh.filter(({ number }) => taken.has(number)) : [];
        await bookOpeningStock(tx, booked, changeItems);
      },
    );
    await endTaking(tx, answers, changeItems);
    const refused = requests.flatMap(({ invoice }, index): RefusedRow[] => {
      const answer = answers[index];
      if (answer === undefined || answer.ok) return [];
      const { refusal } = answer;
      const code = 'faults' in refusal ? (refusal.faults[0]?.code ?? 'order_not_valid') : refusal.code;
      return invoice.rows.map(({ line, text }) => ({ line, text, ...importFaultOf('InvoiceNo', 'refused', { code }) }));
    });
    return [...added, ...refused];
  });
}
