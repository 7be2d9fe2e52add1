import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Db } from '../../../sync-server/db/database.ts';
import type { OpenDatabase } from '../../../sync-server/db/open-database.ts';
import { ensureCompany } from '../../../sync-server/import/ensure-company.ts';
import { orderImporter } from '../../../sync-server/import/import-orders.ts';
import { PRODUCT_COLUMNS, productImporter } from '../../../sync-server/import/import-products.ts';
import { type ImportReport, type Importer, importRows } from '../../../sync-server/import/import-rows.ts';
import { STORE_COLUMNS, storeImporter } from '../../../sync-server/import/import-stores.ts';
import { ORDER_COLUMNS } from '../../../sync-server/import/read-invoice-row.ts';
import { importFaultText } from '../../../domain/office/import-fault.ts';
import { emptyPool } from './order-pool.ts';

const STORES = `id,name,address,city,state,zip,lat,lon,hours
1,"Store, first",1 Main Street,Austin,TX,78701,30.27,-97.74,"Mon: 10-9"
2,Store two,2 Main Street,Denver,CO,80202,39.75,-105,
`;

/** A file of products with two good rows. */
export const PRODUCTS = `gtin,name,brand,category,size
10096024,Lettuce,,,
4006381333931,"Pens, ""fine""",,"Stationery, Pens",4 pieces
4006381333932,Wrong check digit,,,
123,Too short,,,
10096024,Stands twice,,,
20021122,,,,
`;

/** The header of a file of invoices. */
export const head = ORDER_COLUMNS.join(',');

/** A month of invoices, with rows of each kind that is refused. */
export const INVOICES = `${head}
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

/** `reason` is what a person reads on the command line. */
type Imported = Promise<{ report: ImportReport; refused: { line: number; field: string; reason: string }[] }>;

/** What a suite of imports works with: its database, the folder of its files, and the importers with their usual settings. */
interface ImportPool {
  readonly db: Db;
  readonly folder: string;
  run(importer: Importer, columns: readonly string[], content: string | Buffer, others?: readonly string[]): Imported;
  stores(): Imported;
  products(content?: string | Buffer): Imported;
  orders(content?: string, openingStock?: boolean): Imported;
  /** Everything that an import could change. */
  everything(): Promise<string>;
}

const TABLES = [
  'locations',
  'products',
  'promotions',
  'price_lists',
  'prices',
  'orders',
  'order_lines',
  'fulfillment_orders',
  'stock_levels',
  'stock_movements',
  'operations',
  'returns',
  'changes',
  'scope_heads',
];

/** Opens a database for the imports of this suite, empty before each test, and closes it after the last. */
export function useImportPool(open: () => Promise<OpenDatabase>): ImportPool {
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
  const run = async (importer: Importer, columns: readonly string[], content: string | Buffer, others?: readonly string[]): Imported => {
    const file = join(folder, 'file.csv');
    await writeFile(file, content);
    const { report, refused } = await importRows(
      { file, columns, ...(others !== undefined && { others }), report: join(folder, 'refused.csv') },
      importer,
    );
    return { report, refused: refused.shown.map((row) => ({ line: row.line, field: row.field, reason: importFaultText(row) })) };
  };
  return {
    get db() {
      return opened.db;
    },
    get folder() {
      return folder;
    },
    run,
    stores: () => run(storeImporter(opened.db), STORE_COLUMNS, STORES),
    products: (content = PRODUCTS) =>
      run(productImporter(opened.db, { defaultPrice: 999_000, taxClass: 'standard', currency: 'USD' }), PRODUCT_COLUMNS, content),
    orders: (content = INVOICES, openingStock = true) =>
      run(orderImporter(opened.db, { from: '2010-12-01', to: '2010-12-31', currency: 'GBP', openingStock }), ORDER_COLUMNS, content),
    everything: async () => {
      const all = await Promise.all(
        TABLES.map((table) =>
          sql.raw<{ rows: string }>(`select json_agg(t order by t::text)::text as rows from ${table} t`).execute(opened.db),
        ),
      );
      return all.map(({ rows: [found] }) => found?.rows).join('\n');
    },
  };
}
