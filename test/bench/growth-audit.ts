import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { acceptOperations } from '../../sync-server/intake/accept-operations.ts';
import { readSubmission } from '../../sync-server/intake/submission.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import { fillRegisters } from './fill-registers.ts';
import type { GrowthCase } from './growth-case.ts';
import { withScaleDatabase } from './scale-database.ts';

const STOCKED = 200;
const BATCH = 500;
const SALES_A_SHIFT = 400;
const RUNS = 3;

/** The whole audit, over ever more sales that registers have sent. */
export const auditOfSales: GrowthCase = {
  name: 'the audit of so many operations',
  sizes: [5_000, 20_000, 80_000],
  most: 1.15,
  measure: (sizes) =>
    withScaleDatabase({ stores: 1, products: STOCKED, stocked: STOCKED }, async ({ db }) => {
      const [register] = await fillRegisters(db, ['S0'], 1, 'audit');
      if (register === undefined) throw new Error('No register was made.');
      const journal = new JournalBuilder(register);
      const times: number[][] = [];
      let sent = 0;
      for (const size of sizes) {
        while (sent < size) {
          while (journal.operations.length < Math.min(size, sent + BATCH)) {
            const at = journal.operations.length;
            if (at % SALES_A_SHIFT === 0) journal.openShift();
            else
              journal.sell([
                [`SKU-${at % STOCKED}`, 1],
                [`SKU-${(at + 7) % STOCKED}`, 2],
              ]);
          }
          const operations = journal.operations.slice(sent, sent + BATCH);
          const [intake] = await acceptOperations(db, [readSubmission({ registerId: register.registerId, operations })]);
          const wrong = intake?.ok === true ? intake.results.find((result) => result.outcome !== 'applied') : intake;
          if (wrong !== undefined) throw new Error(`An operation was not applied: ${JSON.stringify(wrong)}`);
          sent += operations.length;
        }
        const runs: number[] = [];
        for (let run = 0; run < RUNS; run += 1) {
          const started = performance.now();
          const broken = (await auditPool(db)).filter((finding) => finding.count > 0);
          runs.push(performance.now() - started);
          if (broken.length > 0) throw new Error(JSON.stringify(broken));
        }
        times.push(runs);
      }
      return times;
    }),
};
