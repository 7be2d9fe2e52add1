import type { CDPSession, Page } from '@playwright/test';
import { sampleGtin } from '../../sync-server/sample/make-products.ts';
import { openLiveStore } from '../support/live-store.ts';
import { tillPage } from '../support/till-page.ts';
import buildRenderer from '../tools/build-renderer.ts';
import { inTemporaryFolder, withBrowser } from './browser.ts';
import { type PaintWatch, watchPaint } from './paint.ts';
import { type BenchResult, median, round } from './result.ts';
import { scanLine } from './scan-line.ts';

/** So many lines are in the cart when a scan is measured. */
const SIZES = [1, 30, 60, 150, 300] as const;
/** Scans at each size, which add a line and one more of a line in turn. */
const SCANS = 40;
const MOST_LAYOUTS = 20;
const MOST_GROWTH = 1.3;

interface AtSize {
  readonly lines: number;
  readonly times: readonly number[];
  /** Layouts of the page for one scan, on average. */
  readonly layouts: number;
}

async function layoutsOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? Number.NaN;
}

/** Scans product after product until the cart is full, and measures at each of {@link SIZES}. */
async function fillCart(page: Page, devtools: CDPSession, watch: PaintWatch): Promise<AtSize[]> {
  const measured: AtSize[] = [];
  let lines = 0;
  const scanNext = () => scanLine(devtools, watch, sampleGtin((lines += 1)).slice(1));
  await scanNext();
  for (const size of SIZES) {
    while (lines < size) await scanNext();
    await watch.start();
    const before = await layoutsOf(devtools);
    for (let scan = 0; scan < SCANS; scan += 1) {
      if (scan % 2 === 0) await scanLine(devtools, watch, sampleGtin(400 + scan).slice(1));
      else await scanLine(devtools, watch, sampleGtin(1 + ((scan * 7) % lines)).slice(1));
    }
    const layouts = ((await layoutsOf(devtools)) - before) / SCANS;
    measured.push({ lines: size, times: await watch.stop(), layouts });
  }
  return measured;
}

/** What a scan costs as the sale grows: time from key to paint, and how often the page is laid out. */
export function scanGrowth(): Promise<BenchResult[]> {
  buildRenderer();
  return inTemporaryFolder(async (dataDir) => {
    const store = await openLiveStore({ dataDir, products: 1000, stocked: [900, 100], pastOrders: 10, salesPerStore: 2 });
    try {
      return await withBrowser(async (context) => {
        const page = await context.newPage();
        const till = tillPage(page);
        await till.setUp(store.url, await store.registerCode(), store.pinOf('manager'));
        await till.goTo('Sale');
        await till.openShift();
        const devtools = await context.newCDPSession(page);
        await devtools.send('Performance.enable');
        const sizes = await fillCart(page, devtools, await watchPaint(page, 'Enter', '[aria-label="Items in this sale"]'));
        const first = median(sizes[0]?.times ?? []);
        return sizes.map(({ lines, times, layouts }): BenchResult => {
          const p50 = median(times);
          return {
            name: `scan-growth, ${lines} ${lines === 1 ? 'line' : 'lines'}`,
            unit: 'ms',
            runs: times.length,
            p50: round(p50),
            p99: round(Math.max(...times)),
            baseline: round(first),
            ratio: round(p50 / first),
            goal: `at most ${MOST_LAYOUTS} layouts a scan (measured ${layouts.toFixed(1)}) and ${MOST_GROWTH} times one line`,
            met: layouts <= MOST_LAYOUTS && p50 <= first * MOST_GROWTH,
          };
        });
      });
    } finally {
      await store.close();
    }
  });
}
