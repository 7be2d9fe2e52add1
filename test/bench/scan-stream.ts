import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { sampleGtin } from '../../sync-server/sample/make-products.ts';
import { openLiveStore } from '../support/live-store.ts';
import { tillPage } from '../support/till-page.ts';
import buildRenderer from '../tools/build-renderer.ts';
import { inTemporaryFolder, withBrowser } from './browser.ts';
import { barePage } from './paint.ts';
import { type BenchResult, percentile, summarize } from './result.ts';

const PER_SECOND = 30;
const SECONDS = 60;
const BARE_SECONDS = 10;
/** Different goods, scanned in turn: each is a line, and grows. */
const GOODS = 60;
const KEY_GAP_MS = 2;
const GOAL_MS = 33;

interface Noted {
  /** When each Enter came, by its own time stamp, in order. */
  enters: number[];
  /** From each Enter to after the first paint that counts its scan, in milliseconds, in order. */
  painted: number[];
}

/** Notes every Enter of a page before the page's own handlers, which stop the keys of a scan. */
async function noteEnters(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const noted = globalThis as unknown as Noted;
    noted.enters = [];
    noted.painted = [];
    window.addEventListener('keydown', (event) => event.key === 'Enter' && noted.enters.push(event.timeStamp), { capture: true });
  });
}

/** Notes when what each Enter counts is painted. Enters of before are forgotten. @param counter selects what says how many were counted. */
async function watchCount(page: Page, counter: string): Promise<void> {
  await page.evaluate((selector) => {
    const noted = globalThis as unknown as Noted;
    noted.enters = [];
    noted.painted = [];
    const count = () => Number((document.querySelector(selector)?.textContent ?? '').replaceAll(/\D/g, ''));
    new MutationObserver(() => {
      const counted = count();
      if (counted <= noted.painted.length) return;
      // The message is handled after the frame that this change is painted in.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const now = performance.now();
          for (let at = noted.painted.length; at < counted; at += 1) noted.painted.push(now - (noted.enters[at] ?? Number.NaN));
        };
        port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, counter);
}

/** Scans as many codes as hardware does in so many seconds, whether the page keeps up or not. */
async function scanFor(devtools: CDPSession, seconds: number): Promise<void> {
  const from = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let scan = 0; scan < seconds * PER_SECOND; scan += 1) {
    const wait = from + (scan * 1000) / PER_SECOND - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const code = sampleGtin(1 + (scan % GOODS)).slice(1);
    const first = Date.now() - code.length * KEY_GAP_MS;
    for (const [index, key] of [...code].entries())
      sent.push(
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, timestamp: (first + index * KEY_GAP_MS) / 1000 }),
      );
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', text: '\r' }));
  }
  await Promise.all(sent);
}

/** What was painted of the scans, once nothing more comes. */
async function paintedOf(page: Page, scans: number): Promise<number[]> {
  await page
    .waitForFunction((wanted) => (globalThis as unknown as Noted).painted.length >= wanted, scans, { timeout: 20_000 })
    .catch(() => undefined);
  return page.evaluate(() => (globalThis as unknown as Noted).painted);
}

/** Thirty scans a second for a minute into one sale: none is lost, and each is on the screen within two frames. */
export function scanStream(): Promise<BenchResult[]> {
  buildRenderer();
  return inTemporaryFolder(async (dataDir) => {
    const store = await openLiveStore({ dataDir, products: 1000, stocked: [900, 100], pastOrders: 10, salesPerStore: 2 });
    try {
      return await withBrowser(async (context) => {
        await noteEnters(context);
        const empty = await context.newPage();
        await barePage(empty, []);
        await empty.evaluate(() => {
          const count = document.body.appendChild(document.createElement('output'));
          new MutationObserver(() => (count.textContent = String(document.querySelector('#bare')?.childElementCount ?? 0))).observe(
            document.querySelector('#bare') ?? document.body,
            { childList: true },
          );
        });
        await watchCount(empty, 'output');
        await scanFor(await context.newCDPSession(empty), BARE_SECONDS);
        const baselines = await paintedOf(empty, BARE_SECONDS * PER_SECOND);
        await empty.close();

        const page = await context.newPage();
        const till = tillPage(page);
        await till.setUp(store.url, await store.registerCode(), store.pinOf('manager'));
        await till.goTo('Sale');
        await till.openShift();
        // The browser stores the whole app once, when a till is set up; that is not part of selling.
        await page.evaluate(async () => void (await navigator.serviceWorker.ready));
        await watchCount(page, '[data-testid="item-count"]');
        const scans = PER_SECOND * SECONDS;
        await scanFor(await context.newCDPSession(page), SECONDS);
        const values = await paintedOf(page, scans);
        if (values.some(Number.isNaN)) throw new Error('More was counted than was scanned.');
        const lost = scans - values.length;
        return [
          summarize({
            name: `scan-stream, ${PER_SECOND} a second for ${SECONDS} s`,
            unit: 'ms',
            values,
            baselines,
            goal: `none of ${scans} lost (${lost} were), p99 at most ${GOAL_MS} ms (p95 measured ${percentile(values, 0.95).toFixed(1)})`,
            met: ({ p99 }) => lost === 0 && p99 <= GOAL_MS,
          }),
        ];
      });
    } finally {
      await store.close();
    }
  });
}
