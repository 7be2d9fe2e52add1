import { listHandOffs } from '../../sync-server/office/list-hand-offs.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { demoCatalog } from '../../sync-server/sample/demo-order.ts';
import { fillSampleCompany } from '../../sync-server/sample/fill-sample-company.ts';
import { readSample, type SampleKeys } from '../../sync-server/sample/read-sample.ts';
import { databases } from './support/databases.ts';
import { disagreements } from './support/order-pool.ts';

describe.each(databases)('the sample company on %s', (_name, open) => {
  let opened: OpenDatabase;
  let keys: SampleKeys;
  beforeAll(async () => {
    opened = await open();
    keys = await fillSampleCompany(opened.db);
  });
  afterAll(() => opened.close());

  const rows = async <T>(query: string): Promise<T[]> => (await sql.raw<T>(query).execute(opened.db)).rows;

  it('has the sizes that were promised', async () => {
    const [counts] = await rows(`select (select count(*)::int from locations where kind = 'store') as stores,
      (select count(*)::int from locations where kind = 'warehouse') as warehouses, (select count(*)::int from products) as products,
      (select count(*)::int from associates) as associates, (select count(*)::int from promotions) as promotions,
      (select count(distinct order_id)::int from fulfillment_orders where status in ('handed_over', 'shipped')) as fulfilled,
      (select count(*)::int from stock_levels where bin is null) as unbinned, (select count(*)::int from exceptions) as exceptions,
      (select count(*)::int from quarantine) as quarantined`);
    expect(counts).toEqual({
      stores: 6,
      warehouses: 1,
      products: 5013,
      associates: 12,
      promotions: 7,
      fulfilled: 401,
      unbinned: 0,
      exceptions: 1,
      quarantined: 0,
    });
    expect(keys.associates).toHaveLength(12);
  });

  it('[P2] [P3] has books that agree, and the audit finds nothing', async () => {
    expect(await disagreements(opened.db)).toEqual([]);
    expect((await auditPool(opened.db)).filter((finding) => finding.count > 0)).toEqual([]);
  });

  it('has the goods that the demo shop sells, at its prices, and beside them what is weighed or no plain goods', async () => {
    const products = await rows<{ sku: string; unit_price: number }>(
      "select sku, unit_price from products where sold_by = 'piece' and terms is null order by sku",
    );
    expect(demoCatalog().map(({ sku, unitPrice }) => ({ sku, unit_price: unitPrice }))).toEqual(products);
  });

  it('has orders waiting in every state in every store', async () => {
    const found = await rows<{
      location_id: string;
      states: string[];
    }>(`select location_id, array_agg(distinct kind || ' ' || status order by kind || ' ' || status) as states
      from fulfillment_orders where location_id in (select id from locations where kind = 'store')
        and status not in ('handed_over', 'shipped', 'cancelled') group by 1`);
    expect(found).toHaveLength(6);
    for (const { states } of found) {
      expect(states).toEqual([
        'pickup open',
        'pickup picked',
        'pickup picking',
        'pickup ready',
        'ship open',
        'ship packed',
        'ship picked',
        'ship picking',
      ]);
    }
    const [waiting] = await rows<{ stores: number }>(
      'select count(distinct pickup_store_id)::int as stores from orders join order_lines on order_id = id where backordered > 0',
    );
    expect(waiting).toEqual({ stores: 6 });
  });

  it('[J7] has receipts that a return can be tried on, numbered without a gap', async () => {
    const gaps = await rows(`select register_id from (
      select register_id, receipt_number from sales union all select register_id, receipt_number from returns) r
      group by register_id having count(*) <> max(split_part(receipt_number, '-', 2)::int)`);
    expect(gaps).toEqual([]);
    const [sales] = await rows('select count(distinct store_id)::int as stores from sales');
    expect(sales).toEqual({ stores: 6 });
  });

  it('has tills in its stores, so that only orders at the warehouse wait for the head office', async () => {
    const waiting = await rows<{ location: string }>('select distinct location_id as location from fulfillment_orders');
    expect(waiting.length).toBeGreaterThan(5);
    const { items } = await listHandOffs(opened.db, { limit: 100 });
    expect(items.filter(({ order }) => order.locationId !== 'WH1')).toEqual([]);
  });

  it('gives its keys again', async () => {
    expect(await readSample(opened.db)).toEqual({ state: 'filled', keys });
  });
});
