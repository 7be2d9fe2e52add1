import type { BrowserContext, Page } from '@playwright/test';
import { type LiveStore, openLiveStore } from '../support/live-store.ts';
import { type TillPage, tillPage } from '../support/till-page.ts';
import buildRenderer from '../tools/build-renderer.ts';
import { inTemporaryFolder, withBrowser } from './browser.ts';

export const PRODUCTS = 100_000;
export const STOCKED = 20_000;

export interface BigStore {
  readonly store: LiveStore;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly till: TillPage;
  /** From the press of "Set up this register" to the first possible scan, in milliseconds. */
  readonly firstSyncMs: number;
}

/** Signs in and goes to the sale: from here a scan is possible. */
async function toFirstScan(store: LiveStore, page: Page, till: TillPage): Promise<void> {
  await till.signIn(store.pinOf('manager'));
  await till.goTo('Sale');
  await page.getByRole('combobox', { name: 'Scan or search' }).waitFor();
}

/** From a cold start of the page to the first possible scan, in milliseconds, with the sign-in done at once. */
export async function coldStart({ store, page, till }: BigStore): Promise<number> {
  const start = performance.now();
  await page.goto(store.url);
  await toFirstScan(store, page, till);
  return performance.now() - start;
}

/**
 * A company with {@link PRODUCTS} products and a first store with {@link STOCKED} stocked SKUs, a real server on an
 * embedded database, and a register of it in a real Chromium, just enrolled.
 */
export function withBigStore<T>(work: (big: BigStore) => Promise<T>): Promise<T> {
  buildRenderer();
  return inTemporaryFolder(async (dataDir) => {
    const store = await openLiveStore({ dataDir, products: PRODUCTS, stocked: [STOCKED, 1000], pastOrders: 100, salesPerStore: 10 });
    try {
      return await withBrowser(async (context) => {
        const page = await context.newPage();
        const till = tillPage(page);
        await page.goto(store.url);
        // The server puts the catalog together once before; a company's server is not started for each register.
        const code = await store.registerCode();
        const start = performance.now();
        await till.enrol(code);
        await till.signIn(store.pinOf('manager'));
        await till.goTo('Sync');
        // The sample company sells a few articles, such as fruit, besides those that were asked for.
        const atLeast = new Intl.NumberFormat('en-US').format(PRODUCTS).slice(0, -2);
        await page.getByText(new RegExp(`^${atLeast}\\d\\d$`)).waitFor({ timeout: 120_000 });
        await till.goTo('Sale');
        await page.getByRole('combobox', { name: 'Scan or search' }).waitFor();
        return work({ store, context, page, till, firstSyncMs: performance.now() - start });
      });
    } finally {
      await store.close();
    }
  });
}
