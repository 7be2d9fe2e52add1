import { withBenchPage, withBrowser } from './browser.ts';
import type { GrowthCase } from './growth-case.ts';
import type { BenchPage } from './page/main.ts';

const RUNS = 3;

/** A register that was away takes in what happened meanwhile, in a real Chromium, on IndexedDB in a worker. */
export const behind: GrowthCase = {
  name: 'documents behind',
  sizes: [2_000, 10_000, 40_000],
  most: 1.15,
  measure: (sizes) =>
    withBenchPage((url) =>
      withBrowser(async (context) => {
        const page = await context.newPage();
        await page.goto(url);
        await page.waitForFunction(() => 'bench' in globalThis);
        const comeBack = (documents: number) =>
          page.evaluate((count) => (globalThis as unknown as { bench: BenchPage }).bench.comeBack(count), documents);
        await comeBack(500);
        const times: number[][] = [];
        for (const size of sizes) {
          const runs: number[] = [];
          for (let run = 0; run < RUNS; run += 1) runs.push(await comeBack(size));
          times.push(runs);
        }
        return times;
      }),
    ),
};
