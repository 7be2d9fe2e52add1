import { insertKey } from '../support/api-keys.ts';
import { readFile } from 'node:fs/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { demoCatalog } from '../../sync-server/sample/demo-order.ts';
import { SAMPLE_PLACES } from '../../sync-server/sample/places.ts';
import { databases } from './support/databases.ts';
import { ANY_VALUE, readCurl, readExamples } from '../support/doc-exchanges.ts';
import { arrive, shipOrder } from './support/order-pool.ts';
import { enrol, push } from './support/sync-pool.ts';

const DOCUMENT = new URL('../../docs/integrate.md', import.meta.url);
/** Units of the sample company that the page speaks of. */
const STOCK = [
  ['CHI1', '100004', 55],
  ['NYC1', '100004', 31],
  ['WH1', '100004', 7],
  ['NYC1', '100417', 3],
] as const;

/**
 * What the page speaks of, as the sample company has it: locations, products, stock, and an order that was shipped after it was
 * cancelled.
 */
async function fillAsSample({ db }: OpenDatabase): Promise<void> {
  await db.insertInto('company').values({ name: 'Company', currency: 'USD', prices_include_tax: false }).execute();
  const locations = SAMPLE_PLACES.map(({ id, kind, name, latitude, longitude }) => ({ id, kind, name, latitude, longitude }));
  await db.insertInto('locations').values(locations).execute();
  const products = demoCatalog().filter(({ sku }) => STOCK.some((one) => one[1] === sku));
  await db
    .insertInto('products')
    .values(
      products.map(({ sku, gtin, name, unitPrice, taxClass }) => ({
        sku,
        gtin,
        name,
        unit_price: unitPrice,
        tax_class: taxClass,
        page: 0,
      })),
    )
    .execute();
  await db
    .insertInto('associates')
    .values({ id: 'associate-1', store_id: 'NYC1', name: 'Associate', role: 'associate', pin: '{}' })
    .execute();
  for (const [locationId, sku, units] of STOCK) await arrive(db, locationId, sku, units);
  const register = await enrol(db, 'NYC1');
  await takeOrder(db, { idempotencyKey: 'WEB-100497', order: shipOrder('WEB-100497', [['100417', 1]]) });
  const [fulfillmentOrder] = (await readOrder(db, 'WEB-100497'))?.fulfillmentOrders ?? [];
  if (fulfillmentOrder === undefined) throw new Error('The order has no location.');
  await cancelOrder(db, 'WEB-100497');
  await push(db, register, [register.journal.ship(fulfillmentOrder)]);
}

/** The answer as the page shows it: what differs each time may be anything. */
function expected(shown: unknown): unknown {
  if (shown === ANY_VALUE) return expect.any(String);
  if (Array.isArray(shown)) return shown.map(expected);
  if (typeof shown !== 'object' || shown === null) return shown;
  return expect.objectContaining(Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, expected(value)])));
}

describe.each(databases)('the examples in docs/integrate.md on %s', (_name, open) => {
  let database: OpenDatabase;
  let server: RunningServer;
  const keys = { SHOP_KEY: 'key_shop', OFFICE_KEY: 'key_office' };

  beforeAll(async () => {
    database = await open();
    await fillAsSample(database);
    await insertKey(database.db, 'web shop', 'web_shop', keys.SHOP_KEY);
    await insertKey(database.db, 'head office', 'everything', keys.OFFICE_KEY);
    server = await startServer({ database, host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }) });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  it('give the answers that the page shows', async () => {
    const markdown = await readFile(DOCUMENT, 'utf8');
    const examples = readExamples(markdown);
    expect(examples.length).toBeGreaterThan(10);
    expect(examples.length).toBe(markdown.match(/^curl /gm)?.length);
    const variables: Record<string, string> = { OUTPOST: server.url, ...keys };
    for (const { command, status, answer } of examples) {
      const { url, method, headers, body } = readCurl(command, variables);
      const response = await fetch(url, { method, headers, body });
      const told = (await response.json()) as { id?: string; items?: { exception?: { id: string } }[] };
      expect({ command, status: response.status, answer: told }).toEqual({ command, status, answer: expected(answer) });
      if (told.id !== undefined) variables['ID'] = told.id;
      const exceptionId = told.items?.[0]?.exception?.id;
      if (exceptionId !== undefined) variables['EXCEPTION_ID'] = exceptionId;
    }
  });
});
