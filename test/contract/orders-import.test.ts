import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { ensureCompany } from '../../sync-server/import/ensure-company.ts';
import { orderImporter } from '../../sync-server/import/import-orders.ts';
import { PRODUCT_COLUMNS, productImporter } from '../../sync-server/import/import-products.ts';
import { type Importer, importRows } from '../../sync-server/import/import-rows.ts';
import { STORE_COLUMNS, storeImporter } from '../../sync-server/import/import-stores.ts';
import { ORDER_COLUMNS } from '../../sync-server/import/read-invoice-row.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { erasePerson } from '../../sync-server/retention/erase-person.ts';
import { findPerson } from '../../sync-server/retention/find-person.ts';
import { actorNamed } from '../support/actor.ts';
import { databases } from './support/databases.ts';
import { head, INVOICES, useImportPool } from './support/import-pool.ts';
import { disagreements, shipOrder } from './support/order-pool.ts';
import { longTest } from '../support/long-test.ts';

describe.each(databases)('imports on %s', (_name, open) => {
  const pool = useImportPool(open);
  const { stores, products, orders, everything } = pool;

  it('[M1] makes invoices orders that are sourced to a store, with prices finer than a penny', async () => {
    await stores();
    await orders();
    const order = await readOrder(pool.db, '1');
    expect(order).toMatchObject({
      status: 'fulfilled',
      lines: [
        { sku: 'A', quantity: 6, backordered: 0 },
        { sku: 'H1', quantity: 2, backordered: 0 },
      ],
    });
    expect(order?.fulfillmentOrders).toMatchObject([
      {
        currency: 'GBP',
        customer: { name: 'Customer 100' },
        lines: [
          { unitPrice: 255_000, totalMinor: 1530 },
          { unitPrice: 100, totalMinor: 0 },
        ],
      },
    ]);
    expect(await readOrder(pool.db, '2')).toMatchObject({ status: 'open', fulfillmentOrders: [{ customer: { name: 'Guest' } }] });
    expect(await disagreements(pool.db)).toEqual([]);
  });

  it('[J9] makes credit notes returns of what the same customer bought, refunded at the price that was paid', async () => {
    await stores();
    const { report, refused } = await orders();
    expect(report).toMatchObject({ rows: 12, accepted: 4, refused: 8 });
    expect([...refused].sort((a, b) => a.line - b.line)).toEqual([
      { line: 4, field: '', reason: 'repeats line 2 exactly' },
      { line: 5, field: 'StockCode', reason: 'POST is a fee, not goods' },
      { line: 7, field: 'Quantity', reason: 'is negative, but the invoice is no return' },
      { line: 8, field: 'UnitPrice', reason: 'is zero' },
      { line: 9, field: 'UnitPrice', reason: 'is negative' },
      { line: 11, field: 'StockCode', reason: 'comes back 5 times, but this customer has only 4 left' },
      { line: 12, field: 'StockCode', reason: 'was not bought by this customer before' },
      { line: 13, field: 'StockCode', reason: 'B is a fee, not goods' },
    ]);
    const returns = await pool.db.selectFrom('returns').select(['refund_minor', 'origin']).execute();
    expect(returns).toEqual([{ refund_minor: 510, origin: { kind: 'order', orderNumber: '1' } }]);
    expect(await pool.db.selectFrom('exceptions').select('id').execute()).toEqual([]);
    expect((await readOrder(pool.db, '1'))?.fulfillmentOrders[0]?.lines[0]).toMatchObject({ picked: 6, returned: 2 });
  });

  it('[A2] changes nothing when an erased customer is imported again', async () => {
    await stores();
    await orders();
    const query = { name: 'Customer 100' };
    const { report } = await findPerson(pool.db, query);
    expect(await erasePerson(pool.db, query, report.code, actorNamed('test'))).toMatchObject({ ok: true, value: { orders: 1 } });
    const before = await everything();
    const again = await orders();
    expect(again.refused.filter(({ reason }) => reason.includes('number'))).toEqual([]);
    expect(await everything()).toBe(before);
    expect(await disagreements(pool.db)).toEqual([]);
  });

  it('books no goods in for an invoice whose number another order has', async () => {
    await stores();
    await products(`${PRODUCT_COLUMNS.join(',')}\n10096024,Lettuce,,,\n`);
    await takeOrder(pool.db, { idempotencyKey: 'shop', order: shipOrder('1', [['10096024', 1]]) });
    const { refused } = await orders();
    expect(refused.filter(({ line }) => line === 2)).toMatchObject([{ reason: 'was not taken: order_number_taken' }]);
    const { rows } = await sql`select from stock_movements where cause_id = 'import:1'`.execute(pool.db);
    expect(rows).toEqual([]);
  });

  it('changes nothing when the same files are imported again', async () => {
    await stores();
    await products();
    const first = await orders();
    const before = await everything();
    await stores();
    await products();
    expect((await orders()).refused).toEqual(first.refused);
    expect(await everything()).toBe(before);
  });

  it('without opening stock, sources from what there is and backorders the rest', async () => {
    await stores();
    const { refused } = await orders(INVOICES, false);
    expect(await readOrder(pool.db, '1')).toMatchObject({ status: 'backordered', lines: [{ backordered: 6 }, { backordered: 2 }] });
    expect(refused).toContainEqual({ line: 10, field: 'Quantity', reason: 'is more than order 1 was delivered with' });
    expect(await disagreements(pool.db)).toEqual([]);
  });

  it('means the article that is known when an order names its barcode, and takes goods back by a later file', async () => {
    await stores();
    await products('gtin,name,brand,category,size,price\n036000291452,Gum,A,B,1,1.50\n4006381333108,Pen,A,B,1,2.50\n');
    const row = (number: string, code: string, quantity: number, day: string) =>
      `${number},${code},Something,${quantity},${day},1.50,C9,United States\n`;
    const gum = row('#1001', '036000291452', 4, '2010-12-02T10:00:00-05:00');
    const { report } = await orders(`${head}\n${gum}${row('S/2026/0001', '04006381333108', 3, '2010-12-02 10:05')}`);
    expect(report).toMatchObject({ rows: 2, accepted: 2, refused: 0 });
    expect((await pool.db.selectFrom('products').select('sku').orderBy('sku').execute()).map(({ sku }) => sku)).toEqual([
      '00036000291452',
      '04006381333108',
    ]);
    expect((await pool.db.selectFrom('order_lines').select('sku').orderBy('sku').execute()).map(({ sku }) => sku)).toEqual([
      '00036000291452',
      '04006381333108',
    ]);
    expect(await readOrder(pool.db, '#1001')).toMatchObject({ number: '#1001', placedAt: '2010-12-02T15:00:00.000Z' });

    const back = (number: string, code: string) => row(number, code, -1, '2010-12-03 09:00:00');
    const later = `${head}\n${back('C8', '36000291452')}${back('C9', '00036000291452')}`;
    const first = await orders(later);
    const refused = first.refused.map(({ line }) => line);
    // A barcode that lost its zero names nothing.
    expect(refused).toEqual([2]);
    expect(await pool.db.selectFrom('returns').select('origin').execute()).toEqual([{ origin: { kind: 'order', orderNumber: '#1001' } }]);
    const before = await everything();
    expect((await orders(later)).refused).toEqual(first.refused);
    expect(await everything()).toBe(before);
    expect((await orders(`${head}\n${row('C10', '00036000291452', -4, '2010-12-04 09:00:00')}`)).report).toMatchObject({
      rows: 1,
      accepted: 0,
      refused: 1,
    });
    expect(await disagreements(pool.db)).toEqual([]);
  });

  it('takes goods back from whichever order still has them, and counts a row of several orders once', async () => {
    await stores();
    const row = (number: string, quantity: number, day: number, code = 'CUP') =>
      `${number},${code},Thing,${quantity},2010-12-0${day} 10:00:00,2.00,C1,United States\n`;
    await orders(`${head}\n${row('21', 3, 1)}${row('22', 3, 2)}`);
    expect((await orders(`${head}\n${row('C23', -3, 3)}`)).refused).toEqual([]);
    expect((await orders(`${head}\n${row('C24', -2, 4)}`)).refused).toEqual([]);
    const before = await everything();
    expect((await orders(`${head}\n${row('21', 3, 1)}${row('22', 3, 2)}${row('C23', -3, 3)}${row('C24', -2, 4)}`)).report).toMatchObject({
      rows: 4,
      accepted: 4,
    });
    expect(await everything()).toBe(before);
    expect(await orders(`${head}\n${row('C25', -6, 5)}`)).toMatchObject({
      report: { rows: 1, accepted: 0, refused: 1 },
      refused: [{ line: 2, field: 'StockCode', reason: 'comes back 6 times, but this customer has only 1 left' }],
    });
    await orders(`${head}\n${row('26', 1, 6, 'FORK')}${row('27', 1, 6, 'FORK')}`, false);
    expect((await orders(`${head}\n${row('C28', -2, 7, 'FORK')}`)).report).toMatchObject({ rows: 1, accepted: 0, refused: 1 });
    expect(await disagreements(pool.db)).toEqual([]);
  });

  it('refuses rows of an order that was imported without them, and amounts that nobody can count, and goes on behind them', async () => {
    await stores();
    const row = (number: string, code: string, quantity: number, price: string) =>
      `${number},${code},Thing,${quantity},2010-12-01 10:00:00,${price},C1,United States\n`;
    const known = row('31', 'CUP', 3, '2.00');
    await orders(`${head}\n${known}`);
    const tooMuch = row('32', 'CUP', 1_000_000, '999999999.99');
    const { report, refused } = await orders(`${head}\n${known}${row('31', 'MUG', 1, '2.00')}${tooMuch}${row('33', 'CUP', 1, '1.00')}`);
    expect(report).toMatchObject({ rows: 4, accepted: 2, refused: 2 });
    expect([...refused].sort((a, b) => a.line - b.line)).toEqual([
      { line: 3, field: 'InvoiceNo', reason: 'order 31 was imported before, without this row' },
      { line: 4, field: 'UnitPrice', reason: 'times the quantity is more than can be counted' },
    ]);
  });

  it('takes an invoice of over 1,000 lines', async () => {
    await stores();
    const rows = Array.from({ length: 1_114 }, (_, n) => `1,SKU${n},ARTICLE ${n},1,2010-12-05 10:00:00,1.25,7,United Kingdom`);
    expect((await orders(`${head}\n${rows.join('\n')}\n`)).report).toMatchObject({ accepted: 1_114, refused: 0 });
    expect((await readOrder(pool.db, '1'))?.fulfillmentOrders.map((one) => one.lines.length)).toEqual([1_114]);
  });
});

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const realFiles = ['stores.csv.gz', 'products.csv.gz', 'online-retail.csv.gz'].map((name) => join(data, name));
const missing = realFiles.filter((file) => !existsSync(file));

describe.each(databases.slice(0, 1))('imports of the real data on %s', (_name, open) => {
  longTest('takes the stores, the products and a month of invoices whole', { timeout: 300_000 }, async ({ skip }) => {
    if (missing.length > 0) skip(`${missing.join(', ')} not there: the real data is read from ../shared/data beside the repository`);
    const opened = await open();
    const folder = await mkdtemp(join(tmpdir(), 'outpost-real-'));
    try {
      const { db } = opened;
      await ensureCompany(db, { name: 'Company', currency: 'USD' });
      const load = async (importer: Importer, columns: readonly string[], file = '') =>
        (await importRows({ file, columns, report: join(folder, 'refused.csv') }, importer)).report;
      const [stores, products, invoices] = realFiles;
      expect(await load(storeImporter(db), STORE_COLUMNS, stores)).toMatchObject({ rows: 1_030, accepted: 1_030 });
      expect(
        await load(productImporter(db, { defaultPrice: 999_000, taxClass: 'standard', currency: 'USD' }), PRODUCT_COLUMNS, products),
      ).toMatchObject({ rows: 60_626, accepted: 60_621 });
      const month = () => orderImporter(db, { from: '2010-12-01', to: '2010-12-31', currency: 'GBP', openingStock: true });
      const first = await load(month(), ORDER_COLUMNS, invoices);
      expect(first.rows).toBe(42_481);
      expect(first.accepted).toBeGreaterThan(39_000);
      expect(await disagreements(db)).toEqual([]);
      const counts = async () =>
        (
          await sql`select (select count(*) from orders) as orders, (select count(*) from returns) as returns,
        (select count(*) from stock_movements) as movements, (select count(*)
          from exceptions) as exceptions, (select sum(backordered) from order_lines) as backordered`.execute(db)
        ).rows[0];
      expect((await auditPool(db)).filter((finding) => finding.count > 0)).toEqual([]);
      const before = await counts();
      expect(before).toMatchObject({ exceptions: 0, backordered: 0 });
      expect(await load(month(), ORDER_COLUMNS, invoices)).toMatchObject({ rows: first.rows, accepted: first.accepted });
      expect(await counts()).toEqual(before);
    } finally {
      await opened.close();
      await rm(folder, { recursive: true });
    }
  });
});
