import { sql } from 'kysely';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { createBackorderLook } from '../support/sweeps.ts';
import { postMovements } from '../../sync-server/stock/post-movements.ts';
import type { GrowthCase } from './growth-case.ts';
import { withScaleDatabase } from './scale-database.ts';

const RUNS = 15;

/** Orders and stock up to these sizes, a tenth of the orders waiting for an article that nobody has, written as they would stand there. */
async function growTo(db: Db, from: number, to: number): Promise<void> {
  await sql`
    insert into products (sku, name, unit_price, tax_class, page)
    select 'L-' || n, 'L', 1000, 'standard', n / 100 from generate_series(${from}::int, ${to - 1}::int) n`.execute(db);
  await sql`
    insert into stock_levels (location_id, sku, on_hand, page)
    select 'S' || n % 10, 'L-' || n, 5, n / 100 from generate_series(${from}::int, ${to - 1}::int) n`.execute(db);
  await sql`
    insert into orders (id, number, idempotency_key, content_hash, kind, customer, currency, placed_at)
    select 'O-' || n, 'O-' || n, 'O-' || n, '', 'ship', '{"name": "C", "email": null, "phone": null}', 'USD',
      '2026-01-01'::timestamptz + n * interval '1 s'
    from generate_series(${from}::int, ${to - 1}::int) n`.execute(db);
  await sql`
    insert into order_lines (order_id, line_no, sku, name, quantity, unit_price, total_minor, tax_minor, backordered)
    select 'O-' || n, 1, case when n % 10 = 0 then 'NONE-' || n % 1000 else 'L-' || n end, 'L', 1, 1000, 1, 0, case
      when n % 10 = 0 then 1 else 0 end
    from generate_series(${from}::int, ${to - 1}::int) n`.execute(db);
  await sql`analyze`.execute(db);
}

/** A look for backorders after some goods have arrived, with ever more orders and stock that have nothing to do with them. */
export const backorderLook: GrowthCase = {
  name: 'a look for backorders, of so many orders and stock levels',
  sizes: [10_000, 100_000, 400_000],
  most: 0.2,
  measure: (sizes) =>
    withScaleDatabase({ stores: 10, products: 200, stocked: 200 }, async ({ db }) => {
      const times: number[][] = [];
      let reached = 0;
      for (const size of sizes) {
        await growTo(db, reached, size);
        reached = size;
        const look = createBackorderLook(db);
        // The first looks at everything.
        await look();
        const runs: number[] = [];
        for (let run = 0; run < RUNS; run += 1) {
          const arrived = Array.from({ length: 20 }, (_, n) => ({
            locationId: 'S1',
            sku: `SKU-${n}`,
            onHand: 1,
            reserved: 0,
            cause: 'opening_balance' as const,
            causeId: `${size}-${run}`,
          }));
          await transact(db, (tx) => postMovements(tx, arrived, []));
          const started = performance.now();
          await look();
          runs.push(performance.now() - started);
        }
        times.push(runs);
      }
      return times;
    }),
};
