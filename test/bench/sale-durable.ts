import type { BenchPage } from './page/main.ts';
import { withBenchPage, withBrowser } from './browser.ts';
import { type BenchResult, summarize } from './result.ts';

const ROUNDS = 20;
const SALES_A_ROUND = 10;

/** "Complete sale" to durable, next to a bare strict Dexie put of the same document, turn and turn about. */
export function saleDurable(): Promise<BenchResult[]> {
  return withBenchPage((url) =>
    withBrowser(async (context) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(error));
      await page.goto(url);
      await page.waitForFunction(() => 'bench' in globalThis);
      const { ours, bare } = await page.evaluate(
        async ([rounds, sales]) => {
          const { recordSales, bareStrictPut } = (globalThis as unknown as { bench: BenchPage }).bench;
          const warm = await recordSales(sales);
          if (warm.last === null) throw new Error('No sale was recorded.');
          await bareStrictPut(warm.last, sales);
          const ours: number[] = [];
          const bare: number[] = [];
          for (let round = 0; round < rounds; round += 1) {
            ours.push(...(await recordSales(sales)).ms);
            bare.push(...(await bareStrictPut(warm.last, sales)));
          }
          return { ours, bare };
        },
        [ROUNDS, SALES_A_ROUND] as const,
      );
      return [
        summarize({
          name: 'sale-durable',
          unit: 'ms',
          values: ours,
          baselines: bare,
          goal: 'at most 1.5 × a bare strict Dexie put',
          met: ({ ratio }) => ratio <= 1.5,
        }),
      ];
    }),
  );
}
