import { sql } from 'kysely';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { ensureCompany } from '../../sync-server/import/ensure-company.ts';
import { orderImporter } from '../../sync-server/import/import-orders.ts';
import { PRODUCT_COLUMNS, productImporter } from '../../sync-server/import/import-products.ts';
import { type ImportReport, type Importer, importRows } from '../../sync-server/import/import-rows.ts';
import { STORE_COLUMNS, storeImporter } from '../../sync-server/import/import-stores.ts';
import { ORDER_COLUMNS } from '../../sync-server/import/read-invoice-row.ts';
import type { RefusedRow } from '../../sync-server/import/refused-rows.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { databases } from './support/databases.ts';
import { disagreements, emptyPool } from './support/order-pool.ts';

const STORES = `id,name,address,city,state,zip,lat,lon,hours
1,"Store, first",1 Main Street,Austin,TX,78701,30.27,-97.74,"Mon: 10-9"
2,Store two,2 Main Street,Denver,CO,80202,39.75,-105,
`;
const PRODUCTS = `gtin,name,brand,category,size
10096024,Lettuce,,,
4006381333931,"Pens, ""fine""",,"Stationery, Pens",4 pieces
4006381333932,Wrong check digit,,,
123,Too short,,,
10096024,Stands twice,,,
20021122,,,,
`;
/** A row of the products' file as it stands there, quoted once more. */
const rowAt = (line: number): string => `"${(PRODUCTS.split('\n')[line - 1] ?? '').replaceAll('"', '""')}"`;
const head = ORDER_COLUMNS.join(',');
const INVOICES = `${head}
1,A,LANTERN,6,2010-12-01 08:26:00,2.55,100,United Kingdom
1,H1,HOOK,2,2010-12-01 08:26:00,0.001,100,United Kingdom
1,A,LANTERN,6,2010-12-01 08:26:00,2.55,100,United Kingdom
1,POST,POSTAGE,1,2010-12-01 08:26:00,18,100,United Kingdom
2,A,LANTERN,1,2010-12-02 08:26:00,2.55,,France
3,A,LANTERN,-1,2010-12-02 08:26:00,2.55,100,France
4,A,LANTERN,1,2010-12-02 08:26:00,0,100,France
5,A,LANTERN,1,2010-12-02 08:26:00,-1.5,100,France
C6,A,LANTERN,-2,2010-12-03 08:26:00,2.55,100,United Kingdom
C7,A,LANTERN,-5,2010-12-03 08:26:00,2.55,100,United Kingdom
C8,A,LANTERN,-1,2010-12-03 08:26:00,2.55,200,United Kingdom
A9,B,Adjust bad debt,1,2010-12-03 08:26:00,2.55,,United Kingdom
9,A,LANTERN,1,2011-01-01 08:26:00,2.55,100,United Kingdom
`;

describe.each(databases)('imports on %s', (_name, open) => {
  let opened: OpenDatabase;
  let folder: string;
  beforeAll(async () => {
    opened = await open();
    folder = await mkdtemp(join(tmpdir(), 'outpost-import-'));
  });
  beforeEach(async () => {
    await emptyPool(opened.db);
    await sql`truncate settings, operations, returns, sales, shifts, exceptions, exception_resolutions, quarantine cascade`.execute(
      opened.db,
    );
    await ensureCompany(opened.db, { name: 'Company', currency: 'USD' });
  });
  afterAll(async () => {
    await opened.close();
    await rm(folder, { recursive: true });
  });

  const run = async (
    importer: Importer,
    columns: readonly string[],
    content: string | Buffer,
  ): Promise<{ report: ImportReport; refused: RefusedRow[] }> => {
    const file = join(folder, 'file.csv');
    await writeFile(file, content);
    const { report, refused } = await importRows({ file, columns, report: join(folder, 'refused.csv') }, importer);
    return { report, refused: refused.shown.map(({ text: _, ...row }) => row) };
  };
  const stores = () => run(storeImporter(opened.db), STORE_COLUMNS, STORES);
  const products = (content: string | Buffer = PRODUCTS) =>
    run(productImporter(opened.db, { defaultPrice: 999_000, taxClass: 'standard', currency: 'USD' }), PRODUCT_COLUMNS, content);
  const orders = (content = INVOICES, openingStock = true) =>
    run(orderImporter(opened.db, { from: '2010-12-01', to: '2010-12-31', currency: 'GBP', openingStock }), ORDER_COLUMNS, content);
  /** Everything that an import could change. */
  const everything = async (): Promise<string> => {
    const all = await Promise.all(
      [
        'locations',
        'products',
        'orders',
        'order_lines',
        'fulfillment_orders',
        'stock_levels',
        'stock_movements',
        'operations',
        'returns',
        'changes',
        'scope_heads',
      ].map(
        async (table) =>
          (await sql.raw<{ rows: string }>(`select json_agg(t order by t::text)::text as rows from ${table} t`).execute(opened.db)).rows[0]
            ?.rows,
      ),
    );
    return all.join('\n');
  };

  it('takes stores and good products, and says of each other row where it stands and what is wrong', async () => {
    expect((await stores()).report).toMatchObject({ rows: 2, accepted: 2, refused: 0 });
    expect(await opened.db.selectFrom('locations').select(['name', 'timezone']).orderBy('id').execute()).toEqual([
      { name: 'Store, first', timezone: 'America/Chicago' },
      { name: 'Store two', timezone: 'America/Denver' },
    ]);
    const { report, refused } = await products();
    expect(report).toMatchObject({ rows: 6, accepted: 2, refused: 4 });
    expect(refused).toEqual([
      { line: 4, field: 'gtin', reason: 'has a wrong check digit' },
      { line: 5, field: 'gtin', reason: 'has not 8, 12, 13 or 14 digits' },
      { line: 6, field: 'gtin', reason: 'stands twice; line 2 has it already' },
      { line: 7, field: 'name', reason: 'is empty' },
    ]);
    expect(await readFile(join(folder, 'refused.csv'), 'utf8')).toBe(
      `line,field,reason,row\n4,gtin,has a wrong check digit,${rowAt(4)}\n5,gtin,"has not 8, 12, 13 or 14 digits",${rowAt(5)}\n6,gtin,stands twice; line 2 has it already,${rowAt(6)}\n7,name,is empty,${rowAt(7)}\n`,
    );
    expect(await opened.db.selectFrom('products').select(['sku', 'name', 'unit_price']).orderBy('sku').execute()).toEqual([
      { sku: '00000010096024', name: 'Lettuce', unit_price: 999_000 },
      { sku: '04006381333931', name: 'Pens, "fine"', unit_price: 999_000 },
    ]);
  });

  it('reads gzip, and leaves the price of known products alone unless the file has one', async () => {
    await products(gzipSync(PRODUCTS));
    await products('gtin,name,brand,category,size,price\n10096024,Lettuce,,,,1.25\n');
    await products();
    expect(await opened.db.selectFrom('products').select('unit_price').orderBy('sku').execute()).toEqual([
      { unit_price: 125_000 },
      { unit_price: 999_000 },
    ]);
  });

  it.each([
    ['other columns', 'code,name\n1,x\n', /has not the columns that were expected: gtin, brand, category, size are missing/],
    ['nothing', '', /is empty/],
    ['a torn gzip', gzipSync(PRODUCTS.repeat(3)).subarray(0, 60), /is torn: the gzip stream ends too early/],
    ['a damaged gzip', Buffer.concat([gzipSync(PRODUCTS).subarray(0, 20), Buffer.alloc(200, 7)]), /is damaged|is torn/],
  ])('says what is wrong with a file that holds %s', async (_what, content, sentence) => {
    await expect(products(content)).rejects.toThrow(sentence);
  });

  it('refuses rows with too many columns or broken quotes, and goes on behind them', async () => {
    const { report, refused } = await products('gtin,name,brand,category,size\n10096024,Lettuce,,,,,extra\n4006381333931,Pens,,,\n');
    expect(report).toMatchObject({ rows: 2, accepted: 1, refused: 1 });
    expect(refused).toEqual([{ line: 2, field: '', reason: 'this row has 7 columns instead of 5' }]);
  });

  it('[M1] makes invoices orders that are sourced to a store, with prices finer than a penny', async () => {
    await stores();
    await orders();
    const order = await readOrder(opened.db, '1');
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
    expect(await readOrder(opened.db, '2')).toMatchObject({ status: 'open', fulfillmentOrders: [{ customer: { name: 'Guest' } }] });
    expect(await disagreements(opened.db)).toEqual([]);
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
    const returns = await opened.db.selectFrom('returns').select(['refund_minor', 'origin']).execute();
    expect(returns).toEqual([{ refund_minor: 510, origin: { kind: 'order', orderNumber: '1' } }]);
    expect(await opened.db.selectFrom('exceptions').select('id').execute()).toEqual([]);
    expect((await readOrder(opened.db, '1'))?.fulfillmentOrders[0]?.lines[0]).toMatchObject({ picked: 6, returned: 2 });
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
    expect(await readOrder(opened.db, '1')).toMatchObject({ status: 'backordered', lines: [{ backordered: 6 }, { backordered: 2 }] });
    expect(refused).toContainEqual({ line: 10, field: 'Quantity', reason: 'is more than order 1 was delivered with' });
    expect(await disagreements(opened.db)).toEqual([]);
  });

  it.each<[string, string | Buffer, readonly string[], number]>([
    [
      'stray quotes',
      'gtin,name,brand,category,size,price\n4006381333191,"17" Monitor,A,B,1,1.00\n4006381333207,5" pipe,A,B,1,1.00\n4006381333214,"Forgotten,A,B,1,1.00\n4006381333221,"Quoted, three",A,B,1,1.00\n',
      ['"17" Monitor', '5" pipe', '"Forgotten', 'Quoted, three'],
      0,
    ],
    [
      'mixed line ends',
      'gtin,name,brand,category,size,price\n4006381333153,One,A,B,1,1.00\r\n4006381333160,Two,A,B,1,1.00\n4006381333191,Three,A,B,1,1.00\r',
      ['One', 'Two', 'Three'],
      0,
    ],
    [
      'a line end within quotes',
      'gtin,name,brand,category,size,price\n4006381333283,"Blue\nShirt",A,B,1,1.00\n4006381333290,After,A,B,1,1.00\n',
      ['After'],
      1,
    ],
    [
      'Windows-1252',
      Buffer.from('gtin,name,brand,category,size,price\n4006381333108,Caf\xe9 Cr\xe8me \x96 mild,M\xfcller,Food,1,2.49\n', 'latin1'),
      ['Café Crème – mild'],
      0,
    ],
    [
      'UTF-16',
      Buffer.from('\ufeffgtin,name,brand,category,size,price\n4006381333139,Crème brûlée,Ö,Food,1,3.10\n', 'utf16le'),
      ['Crème brûlée'],
      0,
    ],
    [
      'semicolons and decimal commas',
      '\ufeffgtin;name;brand;category;size;price\r\n4006381333122;Salz 500 g;Sal;Food;500 g;0,49\r\n4006381333139;Meer, salz;Sal;Food;1;1.234,50\r\n',
      ['Salz 500 g', 'Meer, salz'],
      0,
    ],
    [
      'a point that may stand before thousands',
      'gtin;name;brand;category;size;price\n4006381333122;Salz;Sal;Food;1;1.234\n4006381333139;Salt;Sal;Food;1;12.50\n',
      ['Salt'],
      1,
    ],
    ['a free gift', 'gtin,name,brand,category,size,price\n4006381333108,Gift,A,B,1,0.00\n', ['Gift'], 0],
    ['a quote that is torn off at the end', `${PRODUCTS}5000159484695,"Torn`, ['Lettuce', 'Pens, "fine"'], 5],
  ])('accounts for every row of a file with %s', async (_what, content, names, refusedRows) => {
    const { report, refused } = await products(content);
    expect(report).toMatchObject({ rows: names.length + refusedRows, accepted: names.length, refused: refusedRows });
    expect(refused).toHaveLength(refusedRows);
    const stored = await opened.db.selectFrom('products').select('name').execute();
    expect(stored.map((row) => row.name).sort()).toEqual([...names].sort());
    expect(JSON.stringify(stored)).not.toContain('\ufffd');
  });

  it.each([
    ['JPY', '120', 120_000],
    ['KWD', '1.250', 1_250_000],
    ['HUF', '12.50', 1_250_000],
    ['USD', '0.00', 0],
  ])('[M3] reads a price in %s by the decimals of ISO 4217', async (currency, price, unitPrice) => {
    await run(
      productImporter(opened.db, { defaultPrice: 999_000, taxClass: 'standard', currency }),
      PRODUCT_COLUMNS,
      `gtin,name,brand,category,size,price\n4006381333108,One,A,B,1,${price}\n`,
    );
    expect(await opened.db.selectFrom('products').select('unit_price').execute()).toEqual([{ unit_price: unitPrice }]);
  });

  it('means the article that is known when an order names its barcode, and takes goods back by a later file', async () => {
    await stores();
    await products('gtin,name,brand,category,size,price\n036000291452,Gum,A,B,1,1.50\n4006381333108,Pen,A,B,1,2.50\n');
    const row = (number: string, code: string, quantity: number, day: string) =>
      `${number},${code},Something,${quantity},${day},1.50,C9,United States\n`;
    const { report } = await orders(
      `${head}\n${row('#1001', '036000291452', 4, '2010-12-02T10:00:00-05:00')}${row('S/2026/0001', '04006381333108', 3, '2010-12-02 10:05')}`,
    );
    expect(report).toMatchObject({ rows: 2, accepted: 2, refused: 0 });
    expect((await opened.db.selectFrom('products').select('sku').orderBy('sku').execute()).map(({ sku }) => sku)).toEqual([
      '00036000291452',
      '04006381333108',
    ]);
    expect((await opened.db.selectFrom('order_lines').select('sku').orderBy('sku').execute()).map(({ sku }) => sku)).toEqual([
      '00036000291452',
      '04006381333108',
    ]);
    expect(await readOrder(opened.db, '#1001')).toMatchObject({ number: '#1001', placedAt: '2010-12-02T15:00:00.000Z' });

    const later = `${head}\n${row('C8', '36000291452', -1, '2010-12-03 09:00:00')}${row('C9', '00036000291452', -1, '2010-12-03 09:00:00')}`;
    const first = await orders(later);
    const refused = first.refused.map(({ line }) => line);
    // A barcode that lost its zero names nothing.
    expect(refused).toEqual([2]);
    expect(await opened.db.selectFrom('returns').select('origin').execute()).toEqual([{ origin: { kind: 'order', orderNumber: '#1001' } }]);
    const before = await everything();
    expect((await orders(later)).refused).toEqual(first.refused);
    expect(await everything()).toBe(before);
    expect((await orders(`${head}\n${row('C10', '00036000291452', -4, '2010-12-04 09:00:00')}`)).report).toMatchObject({
      rows: 1,
      accepted: 0,
      refused: 1,
    });
    expect(await disagreements(opened.db)).toEqual([]);
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
    expect(await disagreements(opened.db)).toEqual([]);
  });

  it('refuses rows of an order that was imported without them, and amounts that nobody can count, and goes on behind them', async () => {
    await stores();
    const row = (number: string, code: string, quantity: number, price: string) =>
      `${number},${code},Thing,${quantity},2010-12-01 10:00:00,${price},C1,United States\n`;
    await orders(`${head}\n${row('31', 'CUP', 3, '2.00')}`);
    const { report, refused } = await orders(
      `${head}\n${row('31', 'CUP', 3, '2.00')}${row('31', 'MUG', 1, '2.00')}${row('32', 'CUP', 1_000_000, '999999999.99')}${row('33', 'CUP', 1, '1.00')}`,
    );
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
    expect((await readOrder(opened.db, '1'))?.fulfillmentOrders.map((one) => one.lines.length)).toEqual([1_114]);
  });
});

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const realFiles = ['stores.csv.gz', 'products.csv.gz', 'online-retail.csv.gz'].map((name) => join(data, name));
const missing = realFiles.filter((file) => !existsSync(file));

describe.each(databases.slice(0, 1))('imports of the real data on %s', (_name, open) => {
  it('takes the stores, the products and a month of invoices whole', { timeout: 300_000 }, async ({ skip }) => {
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
        (select count(*) from stock_movements) as movements, (select count(*) from exceptions) as exceptions, (select sum(backordered) from order_lines) as backordered`.execute(
            db,
          )
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
