import { sql } from 'kysely';
import { orderListQuery } from '../../domain/orders/order-list-protocol.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { listOrders } from '../../sync-server/order-index/list-orders.ts';
import { relistOrders } from '../../sync-server/order-index/note-orders.ts';
import { readPlace } from '../../sync-server/order-index/order-place.ts';
import { type BenchResult, percentile, summarize } from './result.ts';
import { withScaleDatabase } from './scale-database.ts';
import { sized } from './sized.ts';

const ORDERS = sized(1_000_000);
const STORES = 50;
const BATCH = 5_000;
const RUNS = 40;
const WARM_UP = 3;
const GOAL_MS = 100;

/** Orders over three years, of which the newest hundredth is under way. Each surname has one order in 400, each first name one in 40. */
async function fillOrders(db: Db): Promise<void> {
  await sql`
    insert into orders (id, number, idempotency_key, content_hash, kind, customer, pickup_store_id, currency, placed_at, promised_at)
    select 'O' || lpad(n::text, 8, '0'), 'WEB-' || n, 'K' || n, '', case n % 3 when 0 then 'pickup' else 'ship' end,
      jsonb_build_object('name', 'First' || chr(97 + n % 26) || n % 40 || ' Last' || chr(97 + (n / 7) % 26) || (n / 7) % 400,
        'email', 'person' || n % 300000 || '@example.com', 'phone', '+49 170 ' || 1000000 + n % 300000),
      case n % 3 when 0 then 'S' || n % ${STORES}::int end, 'USD', t.at, t.at + interval '2 days'
    from generate_series(1, ${ORDERS}::int) n
    cross join lateral (select now() - make_interval(secs => (${ORDERS}::int - n) * 94608000.0 / ${ORDERS}::int) as at) t`.execute(db);
  await sql`
    insert into order_lines (order_id, line_no, sku, name, quantity, unit_price, total_minor, tax_minor)
    select id, 1, 'SKU-1', 'Article', 1, 1000000, 1000, 0 from orders`.execute(db);
  await sql`
    insert into fulfillment_orders (id, order_id, location_id, kind, status, placed_at, body)
    select 'F' || o.id, o.id, 'S' || n % ${STORES}::int, kind, status, placed_at,
      jsonb_build_object('id', 'F' || o.id, 'state', jsonb_build_object('status', status))
    from (select *, substr(id, 2)::int as n from orders) o cross join lateral (select case
      when n > ${ORDERS}::int * 0.99 then case when n / 50 % 2 = 0 then 'open' else 'picking' end
      when kind = 'pickup' then 'handed_over' else 'shipped' end as status) s`.execute(db);
  for (let last = ''; ; ) {
    const ids = (await db.selectFrom('orders').select('id').where('id', '>', last).orderBy('id').limit(BATCH).execute()).map(
      ({ id }) => id,
    );
    if (ids.length === 0) break;
    await transact(db, (tx) => relistOrders(tx, ids));
    last = ids.at(-1) ?? '';
  }
  await sql`vacuum analyze`.execute(db);
}

const AT = new Date(Date.now() - 400 * 86_400_000).toISOString();

/** What somebody asks for, by the number of the run. */
const ASKED: Readonly<Record<string, (run: number) => Readonly<Record<string, unknown>>>> = {
  'the newest': () => ({}),
  'what is open at a store': (run) => ({ status: ['open', 'ready'], store: `S${run % STORES}` }),
  'what a store has sent': (run) => ({ status: ['fulfilled'], store: `S${run % STORES}` }),
  'what is late': () => ({ late: 'true' }),
  'a number': (run) => ({ text: `WEB-${1 + ((run * 7919) % ORDERS)}` }),
  'the beginning of a number': (run) => ({ text: `web-${1 + (run % 9)}` + '0' }),
  'a mail address': (run) => ({ text: `person${run * 7001}@example.com` }),
  'the end of a phone number': (run) => ({ text: String(1_000_000 + ((run * 7001) % 300_000)) }),
  'a surname': (run) => ({ text: `last${String.fromCharCode(97 + (run % 26))}${run % 400}` }),
  'the beginning of a surname': (run) => ({ text: `last${String.fromCharCode(97 + (run % 26))}` }),
  'first name and surname': (run) => ({ text: `first${String.fromCharCode(97 + (run % 26))} last${String.fromCharCode(97 + (run % 26))}` }),
  'a surname among what is open': (run) => ({ text: `last${String.fromCharCode(97 + (run % 26))}`, status: ['open'] }),
  'a page of long ago': () => ({ placedBefore: AT }),
  'what has changed': () => ({ sort: 'changed', limit: '200' }),
};

/** The list of orders at the head office, as PostgreSQL answers it: each way to ask. `--scale` sets the number of orders. */
export function orderSearch(): Promise<BenchResult[]> {
  return withScaleDatabase({ stores: STORES, products: 10, stocked: 1 }, async ({ db }) => {
    await fillOrders(db);
    const results: BenchResult[] = [];
    for (const [name, ask] of Object.entries(ASKED)) {
      const values: number[] = [];
      let found = 0;
      for (let run = -WARM_UP; run < RUNS; run += 1) {
        const query = orderListQuery.parse(ask(Math.abs(run)));
        const started = performance.now();
        const page = await listOrders(db, query, null);
        if (page.next !== null) await listOrders(db, query, readPlace(page.next, query.sort));
        if (run >= 0) values.push((performance.now() - started) / (page.next === null ? 1 : 2));
        found += page.items.length;
      }
      if (found === 0) throw new Error(`Nothing was found: ${name}.`);
      const goal = `p95 at most ${GOAL_MS} ms`;
      const met = percentile(values, 0.95) <= GOAL_MS;
      results.push(summarize({ name: `order-search, ${ORDERS} orders: ${name}`, unit: 'ms', values, baselines: [], goal, met: () => met }));
    }
    return results;
  });
}
