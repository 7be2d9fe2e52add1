import { sql } from 'kysely';
import { pullChanges } from '../../sync-server/feed/pull-changes.ts';
import { fillRegisters } from './fill-registers.ts';
import type { GrowthCase } from './growth-case.ts';
import { withScaleDatabase } from './scale-database.ts';

const RUNS = 15;

/**
 * One page of a register that pulls everything again, after ever longer a journal: how far its operations are in that page has to be
 * found.
 */
export const longJournal: GrowthCase = {
  name: 'a pull from the beginning after a long journal',
  sizes: [2_000, 20_000, 200_000],
  most: 0.3,
  measure: (sizes) =>
    withScaleDatabase({ stores: 1, products: 100, stocked: 100 }, async ({ db }) => {
      const times: number[][] = [];
      for (const size of sizes) {
        const [register] = await fillRegisters(db, ['S0'], 1, `L${size}`);
        if (register === undefined) throw new Error('No register was made.');
        await sql`
          insert into operations (id, register_id, seq, store_id, type, hash, business_date, body, outcome, changes, store_change_seq)
          select gen_random_uuid(), ${register.registerId}::text, n, 'S0', 'sale_completed', md5(n::text), '2026-03-02',
            '{"hash": "none"}', 'applied', '{}', 1000000 + n
          from generate_series(1, ${size}::int) n`.execute(db);
        await sql`analyze operations`.execute(db);
        const pull = async (): Promise<number> => {
          const started = performance.now();
          await pullChanges(db, { registerId: register.registerId, storeId: 'S0', checkpoint: {}, limit: 20 });
          return performance.now() - started;
        };
        await pull();
        const runs: number[] = [];
        for (let run = 0; run < RUNS; run += 1) runs.push(await pull());
        times.push(runs);
      }
      return times;
    }),
};
