import { sql } from 'kysely';
import type { Db } from '../../sync-server/db/database.ts';
import { listExceptions } from '../../sync-server/office/list-exceptions.ts';
import { readAvailabilityPage } from '../../sync-server/stock/read-availability.ts';
import type { GrowthCase } from './growth-case.ts';
import { withScaleDatabase } from './scale-database.ts';

const RUNS = 25;

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await work();
    runs.push(performance.now() - started);
  }
  return runs;
}

/** Measures a list on a PostgreSQL that is filled further for each size. */
function listCase(given: {
  readonly name: string;
  readonly sizes: readonly number[];
  grow(db: Db, from: number, to: number): Promise<unknown>;
  list(db: Db): Promise<unknown>;
}): GrowthCase {
  return {
    name: given.name,
    sizes: given.sizes,
    most: 0.2,
    measure: (sizes) =>
      withScaleDatabase({ stores: 2, products: 300, stocked: 200 }, async ({ db }) => {
        const times: number[][] = [];
        let reached = 0;
        for (const size of sizes) {
          await given.grow(db, reached, size);
          await sql`analyze`.execute(db);
          reached = size;
          times.push(await timed(() => given.list(db)));
        }
        return times;
      }),
  };
}

/** The newest of ever more exceptions that were resolved. */
export const resolvedExceptions = listCase({
  name: 'a page of so many resolved exceptions',
  sizes: [2_000, 20_000, 200_000],
  grow: (db, from, to) =>
    sql`
    insert into exceptions (id, store_id, kind, body, opened_at, resolved_at)
    select 'x' || n, 'S0', 'unknown_sku', jsonb_build_object('id', 'x' || n, 'storeId', 'S0', 'goods', '[]'::jsonb, 'resolved', null),
      '2026-01-01'::timestamptz + n * interval '1 s', '2026-02-01'::timestamptz + n * interval '1 s'
    from generate_series(${from}::int, ${to - 1}::int) n`.execute(db),
  list: (db) => listExceptions(db, { state: 'resolved', limit: 50 }),
});

/** A page of what may be promised of 200 articles, at ever more stores. */
export const availability = listCase({
  name: 'a page of the availability of 200 articles at so many stores',
  sizes: [10, 100, 400],
  grow: async (db, from, to) => {
    await sql`insert into locations (id, kind, name) select 'L' || lpad(n::text, 5, '0'), 'store', 'L'
      from generate_series(${from}::int, ${to - 1}::int) n`.execute(db);
    await sql`
      insert into stock_levels (location_id, sku, on_hand, page)
      select 'L' || lpad(n::text, 5, '0'), 'SKU-' || s, 5, 0 from generate_series(${from}::int, ${to - 1}::int) n,
        generate_series(0, 199) s`.execute(db);
  },
  list: (db) => readAvailabilityPage(db, { skus: Array.from({ length: 200 }, (_, n) => `SKU-${n}`), limit: 1_000 }),
});
