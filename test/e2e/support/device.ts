import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TillPage, tillPage } from '../../support/till-page.ts';
import { chromiumLaunchOptions } from '../../tools/find-chromium.ts';

/** A counter PC: a profile on a disk, which outlives the browser that runs on it. */
export interface Device {
  /** The folder of the profile. */
  readonly profile: string;
  /** Starts a browser of its own on the profile. The one before must have ended. */
  start(): Promise<Running>;
  /** Ends what still runs and clears the disk. */
  scrap(): Promise<void>;
}

export interface Running {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly till: TillPage;
  /** Kills every process of the browser at once, as a power cut does. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

async function processesOf(context: BrowserContext): Promise<readonly number[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('This browser cannot be asked for its processes.');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  // The browser itself goes first, so that it cannot react to the end of the others.
  return processInfo.sort((a, b) => Number(b.type === 'browser') - Number(a.type === 'browser')).map(({ id }) => id);
}

function kill(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export async function newDevice(): Promise<Device> {
  const profile = await mkdtemp(join(tmpdir(), 'outpost-device-'));
  let running: BrowserContext | null = null;
  return {
    profile,
    async start() {
      const context = await chromium.launchPersistentContext(profile, {
        ...chromiumLaunchOptions(),
        viewport: { width: 1366, height: 768 },
        serviceWorkers: 'allow',
      });
      running = context;
      const ended = new Promise<void>((resolve) => context.once('close', () => resolve()));
      void ended.then(() => (running = null));
      const page = context.pages()[0] ?? (await context.newPage());
      return {
        context,
        page,
        till: tillPage(page),
        async crash() {
          (await processesOf(context)).forEach(kill);
          await ended;
        },
        close: () => context.close(),
      };
    },
    async scrap() {
      await running?.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until the service worker has kept the whole app. */
export async function appIsKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** A draft as the register has it on its disk; undefined when there is none. */
export function draftOnDisk(page: Page, name: string): Promise<unknown> {
  return page.evaluate(async (ending) => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error as DOMException);
      });
    for (const { name: database } of await indexedDB.databases()) {
      if (database === undefined || !database.includes('device')) continue;
      const opened = await wait(indexedDB.open(database));
      try {
        for (const store of opened.objectStoreNames) {
          const rows = await wait<{ id?: string; body?: string }[]>(opened.transaction(store).objectStore(store).getAll());
          const row = rows.find(({ id }) => id?.startsWith('draft:') && id.endsWith(ending));
          if (row?.body !== undefined) return JSON.parse(row.body) as unknown;
        }
      } finally {
        opened.close();
      }
    }
    return undefined;
  }, `:${name}`);
}
