import type { BrowserContext } from '@playwright/test';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../sync-server/db/open-database.ts';
import { buildPage } from '../support/built-page.ts';
import { startPostgres } from '../tools/postgres.ts';
import { inTemporaryFolder, withBrowser } from './browser.ts';
import { fillRegisters } from './fill-registers.ts';
import type { FirstSync } from './page/first-sync.ts';
import { type BenchResult, summarize } from './result.ts';
import { fillScalePool } from './scale-pool.ts';
import { sized } from './sized.ts';
import { type HelperProcess, startProcess } from './start-process.ts';

const RUNS = 3;
const PRODUCTS = sized(20_000, 1_000);
/** Of the others; larger than what they take unless told, because that is faster. */
const BATCH = 1_000;
const GOAL = 5;

/** Runs a first sync in a page of its own, which came from the server that it syncs with. @returns milliseconds. */
async function syncOnce(context: BrowserContext, url: string, call: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate('bench.loadFirstSync().then((loaded) => { globalThis.firstSync = loaded; })');
  const { ms, products } = await page.evaluate<FirstSync>(`firstSync.${call}`);
  await page.close();
  if (products !== PRODUCTS) throw new Error(`${call} gave ${products} products and not ${PRODUCTS}.`);
  return ms;
}

async function measure(
  context: BrowserContext,
  servers: { readonly ours: HelperProcess; readonly stock: HelperProcess; readonly couch: HelperProcess },
  token: string,
) {
  const [ours, stock, couch] = await Promise.all([
    servers.ours.ask<string>('url'),
    servers.stock.ask<string>('url'),
    servers.couch.ask<string>('url'),
  ]);
  const took = { ours: [] as number[], stock: [] as number[], couch: [] as number[] };
  // The first run warms up the servers.
  for (let run = 0; run <= RUNS; run += 1) {
    const times = {
      ours: await syncOnce(context, ours, `syncOutpost('ours-${run}', '${token}')`),
      stock: await syncOnce(context, stock, `syncStockRxdb('stock-${run}', ${BATCH})`),
      couch: await syncOnce(context, couch, `syncPouch('couch-${run}', ${BATCH})`),
    };
    if (run === 0) continue;
    took.ours.push(times.ours);
    took.stock.push(times.stock);
    took.couch.push(times.couch);
  }
  return took;
}

/**
 * The first sync of a catalog in a real Chromium, on IndexedDB: ours against RxDB's stock replication of single documents over HTTP
 * from the same PostgreSQL, and against PouchDB from a CouchDB-compatible server that has everything in memory.
 */
export async function firstSync(): Promise<BenchResult[]> {
  const postgres = await startPostgres();
  try {
    return await inTemporaryFolder(async (folder) => {
      const page = join(folder, 'page');
      await buildPage(fileURLToPath(new URL('./page', import.meta.url)), page);
      const database = { databaseUrl: await postgres.createDatabase() };
      const { db, close } = await openDatabase(database);
      await fillScalePool(db, { stores: 1, products: PRODUCTS, stocked: 0 });
      const [keys] = await fillRegisters(db, ['S0'], 1, 'N');
      await close();
      const servers = {
        ours: await startProcess('sync-server.ts', { database, port: 0, staticDir: page }),
        stock: await startProcess('document-server.ts', { database, page }),
        couch: await startProcess('couch-server.ts', { products: PRODUCTS, page, folder }),
      };
      const took = await withBrowser((context) => measure(context, servers, keys?.token ?? ''));
      for (const server of Object.values(servers)) await server.stop();
      const line = (against: string, baselines: number[], goal: string) =>
        summarize({
          name: `first-sync against ${against}`,
          unit: 'ms',
          values: took.ours,
          baselines,
          goal: `${PRODUCTS} products: ${goal}`,
          met: ({ ratio }) => ratio <= 1 / GOAL,
        });
      return [
        line('stock RxDB', took.stock, `at least ${GOAL} times faster than RxDB's own replication of single documents over HTTP`),
        line('PouchDB', took.couch, `at least ${GOAL} times faster than PouchDB from a CouchDB-compatible server`),
      ];
    });
  } finally {
    await postgres.stop();
  }
}
