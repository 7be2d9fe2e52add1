import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import { stockPageOf } from '../../domain/stock/stock.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { openDatabase, type OpenDatabase } from '../../sync-server/db/open-database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { insertOrders } from '../../sync-server/orders/insert-orders.ts';
import { takeOrders } from '../../sync-server/orders/take-order.ts';
import { type Chance, chanceFrom } from '../../sync-server/sample/chance.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { startPostgres } from '../tools/postgres.ts';
import { inTemporaryFolder } from './browser.ts';
import { type BenchResult, summarize } from './result.ts';

const RUNS = 5;
const ORDERS = 1_000;
const BATCH = 250;
const STORES = 1_000;
const PRODUCTS = 2_000;
/** Every product is at one store in so many. */
const SPREAD = 5;
const GOAL_MS = 5_000;

const skuOf = (n: number): string => `P${String(n).padStart(5, '0')}`;

/** 1,000 stores all over the country, 2,000 products, 400,000 levels of 0 to 7 units. */
async function fill(db: Db): Promise<void> {
  await sql`insert into locations (id, kind, name, latitude, longitude)
    select 'S' || lpad(n::text, 4, '0'), 'store', 'Store ' || n, 25 + (n * 37 % 240) / 10.0, -124 + (n * 53 % 570) / 10.0
    from generate_series(1, ${STORES}::int) n`.execute(db);
  const products = Array.from({ length: PRODUCTS }, (_, index) => ({ sku: skuOf(index), n: index, page: stockPageOf(skuOf(index)) }));
  await sql`insert into products (sku, name, unit_price, tax_class, page)
    select sku, 'Article ' || sku, 1000000, 'standard', 0
      from jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as p(sku text)`.execute(db);
  await sql`insert into stock_levels (location_id, sku, on_hand, page)
    select 'S' || lpad(s::text, 4, '0'), p.sku, (s * 31 + p.n * 17) % 8, p.page
    from generate_series(1, ${STORES}::int) s
    join jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as p(sku text, n int, page int) on (s + p.n) % ${SPREAD}::int = 0`.execute(
    db,
  );
  await sql`analyze`.execute(db);
}

/** An order of one to four goods to somewhere in the country. */
function makeOrder(number: string, chance: Chance): OrderIntake {
  const skus = new Set(Array.from({ length: chance.whole(1, 4) }, () => skuOf(chance.whole(0, PRODUCTS - 1))));
  return {
    number,
    placedAt: '2026-01-31T12:00:00.000Z',
    currency: 'USD',
    customer: { name: 'Customer', email: null, phone: null },
    fulfillment: {
      kind: 'ship',
      shipTo: { line1: '1 Main Street', city: 'City', region: 'ST', postalCode: '00000', country: 'US' },
      position: { latitude: 25 + chance.fraction() * 24, longitude: -124 + chance.fraction() * 57 },
    },
    lines: [...skus].map((sku) => {
      const quantity = chance.whole(1, 2);
      return { sku, quantity, unitPrice: 1_000_000, totalMinor: 1_000 * quantity, taxMinor: 0 };
    }),
  };
}

async function inBatches(orders: readonly OrderIntake[], work: (batch: readonly OrderIntake[]) => Promise<void>): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < orders.length; from += BATCH) await work(orders.slice(from, from + BATCH));
  return performance.now() - start;
}

function source(db: Db, orders: readonly OrderIntake[]): Promise<number> {
  return inBatches(orders, (batch) =>
    transact(db, async (tx) => {
      const changeItems: ChangeItem[] = [];
      const answers = await takeOrders(
        tx,
        batch.map((order) => ({ idempotencyKey: order.number, order })),
        changeItems,
      );
      if (answers.some((answer) => !answer.ok)) throw new Error('An order was refused.');
      await allocateChanges(tx, changeItems);
    }),
  );
}

/** The same orders written and nothing else: no sourcing, no reservation, no fulfillment orders. */
function writeBare(db: Db, orders: readonly OrderIntake[]): Promise<number> {
  return inBatches(orders, (batch) =>
    transact(db, (tx) =>
      insertOrders(
        tx,
        batch.map((order) => ({
          orderId: uuidv7(),
          idempotencyKey: order.number,
          contentHash: '',
          order,
          pickupCodeHash: null,
          lines: order.lines.map(({ substitutes: _, ...line }, index) => ({ ...line, lineNo: index + 1, name: 'Article', gtin: null })),
        })),
        [],
      ),
    ),
  );
}

async function measure(kind: string, open: () => Promise<OpenDatabase>): Promise<BenchResult> {
  const { db, close } = await open();
  try {
    await fill(db);
    const chance = chanceFrom('sourcing');
    const values: number[] = [];
    const baselines: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const orders = Array.from({ length: ORDERS }, (_, n) => makeOrder(`R${run}-${n}`, chance));
      const bare = await writeBare(
        db,
        orders.map((order) => ({ ...order, number: `BARE-${order.number}` })),
      );
      const took = await source(db, orders);
      // The first run warms up.
      if (run > 0) {
        values.push(took);
        baselines.push(bare);
      }
    }
    return summarize({
      name: `sourcing (${kind})`,
      unit: 'ms',
      values,
      baselines,
      goal: `${ORDERS} orders over ${STORES} stores in at most ${GOAL_MS} ms`,
      met: ({ p99 }) => p99 <= GOAL_MS,
    });
  } finally {
    await close();
  }
}

/** Takes, sources and reserves 1,000 orders over 1,000 stores, on both databases; the baseline only writes the orders. */
export async function sourcing(): Promise<BenchResult[]> {
  const embedded = await inTemporaryFolder((dataDir) => measure('PGlite', () => openDatabase({ dataDir })));
  const postgres = await startPostgres();
  try {
    const databaseUrl = await postgres.createDatabase();
    return [embedded, await measure('PostgreSQL', () => openDatabase({ databaseUrl }))];
  } finally {
    await postgres.stop();
  }
}
