import { shiftReport } from '../../domain/reports/shift-report.ts';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { timeInZone } from '../../domain/base/zoned-date.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import { type BenchResult, summarize } from './result.ts';

const SALES = 2_000;
const RUNS = 30;
const WARM_UP = 3;
const GOAL_MS = 300;

/** A day of a busy register: sales of three lines, every tenth of which comes back in part. */
function dayOf(): { readonly texts: string[]; readonly shiftId: string } {
  const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  journal.openShift();
  for (let sale = 0; sale < SALES; sale += 1) {
    const sold = journal.sell([0, 1, 2].map((line) => [`SKU-${(sale * 3 + line) % 700}`, 1 + (sale % 4)] as const));
    if (sale % 10 === 9) journal.takeBack(sold, 1);
  }
  return { texts: journal.operations.map((operation) => JSON.stringify(operation)), shiftId: journal.shiftId ?? '' };
}

/** A Z report over 2,000 sales, from the entries as the journal has them; the baseline only parses them. */
export function zReport(): BenchResult[] {
  const { texts, shiftId } = dayOf();
  const reportCase = {
    departmentOf: (sku: string) => `Department ${sku.length % 7}`,
    hourOf: (at: string) => Number(timeInZone(new Date(at), 'America/New_York').slice(0, 2)),
    pricesIncludeTax: false,
  };
  const timed = (work: () => unknown) => {
    for (let run = 0; run < WARM_UP; run += 1) work();
    return Array.from({ length: RUNS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
  };
  const parse = () => texts.map((text) => JSON.parse(text) as WrittenOperation);
  const values = timed(() => shiftReport(parse().map(upgradeOperation), shiftId, reportCase));
  return [
    summarize({
      name: `z-report: ${SALES} sales`,
      unit: 'ms',
      values,
      baselines: timed(parse),
      goal: `p99 at most ${GOAL_MS} ms`,
      met: ({ p99 }) => p99 <= GOAL_MS,
    }),
  ];
}
