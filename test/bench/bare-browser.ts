import type { BrowserContext, Page } from '@playwright/test';
import type { LiveStore } from '../support/live-store.ts';

/** A page of the app's origin without the app: the origin decides which databases can be read. */
async function emptyPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/icon.svg`);
  return page;
}

/** Milliseconds to pull everything with `fetch` and put it into bare IndexedDB, a transaction a pull. */
export async function bareFirstSync(context: BrowserContext, store: LiveStore): Promise<number> {
  const page = await emptyPage(context, store.url);
  const code = await store.registerCode();
  const ms = await page.evaluate(async (enrolmentCode) => {
    const post = async (path: string, body: unknown, token = ''): Promise<Record<string, unknown>> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await response.json()) as Record<string, unknown>;
    };
    const opening = indexedDB.open('bare', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('docs', { keyPath: 'key' });
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const start = performance.now();
    const { token } = await post('/v1/registers/enrol', { code: enrolmentCode, protocolVersion: 1 });
    let checkpoint = {};
    for (let complete = false; !complete; ) {
      const pulled = await post('/v1/pull', { checkpoint, limit: 200 }, String(token));
      const writing = opening.result.transaction('docs', 'readwrite');
      for (const change of pulled['changes'] as { kind: string; id: string }[]) {
        writing.objectStore('docs').put({ ...change, key: `${change.kind}|${change.id}` });
      }
      await new Promise((resolve) => (writing.oncomplete = resolve));
      checkpoint = pulled['checkpoint'] as object;
      complete = pulled['complete'] === true;
    }
    const took = performance.now() - start;
    opening.result.close();
    indexedDB.deleteDatabase('bare');
    return took;
  }, code);
  await page.close();
  return ms;
}

/** Reads the register's replica with bare IndexedDB and parses it; keeps it alive on the page. */
async function readReplica(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const names = (await indexedDB.databases()).map((database) => database.name ?? '');
    const name = names.find((one) => one.startsWith('rxdb-dexie-outpost-replica') && one.endsWith('--replica'));
    if (name === undefined) throw new Error(`No replica among ${names.join(', ')}.`);
    const opening = indexedDB.open(name);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const reading = opening.result.transaction('docs').objectStore('docs').getAll();
    await new Promise((resolve) => (reading.onsuccess = resolve));
    const bodies = (reading.result as { body: string }[]).map(({ body }) => (body === '' ? null : (JSON.parse(body) as unknown)));
    (globalThis as unknown as { kept: unknown }).kept = bodies;
    opening.result.close();
    return performance.now() - start;
  });
}

/** Milliseconds to read the whole replica with bare IndexedDB and parse it. */
export async function bareRead(context: BrowserContext, url: string): Promise<number> {
  const page = await emptyPage(context, url);
  const ms = await readReplica(page);
  await page.close();
  return ms;
}

/** Megabytes of JavaScript heap of a page that holds the parsed replica and nothing else. */
export async function bareHeap(context: BrowserContext, url: string): Promise<number> {
  const page = await emptyPage(context, url);
  await readReplica(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await page.close();
  return usedSize / 1024 / 1024;
}
