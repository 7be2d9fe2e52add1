import { chromium, type BrowserContext } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBuiltPage } from '../support/built-page.ts';
import { chromiumLaunchOptions } from '../tools/find-chromium.ts';
import { noteKeys } from './paint.ts';

/** A folder that is gone when the work is done. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A real Chromium with a profile on disk, so that IndexedDB writes to a disk as it does at a till. */
export async function withBrowser<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (profile) => {
    const context = await chromium.launchPersistentContext(profile, {
      ...chromiumLaunchOptions(),
      viewport: { width: 1366, height: 768 },
      serviceWorkers: 'allow',
    });
    // tsx wraps named functions in a helper that does not exist in the page.
    await context.addInitScript({ content: 'globalThis.__name = (target) => target;' });
    await noteKeys(context);
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  });
}

/** Builds the benchmark page with the app's own modules, serves it on loopback, and hands its address to the work. */
export async function withBenchPage<T>(work: (url: string) => Promise<T>): Promise<T> {
  const served = await openBuiltPage(fileURLToPath(new URL('./page', import.meta.url)));
  try {
    return await work(served.url);
  } finally {
    await served.close();
  }
}
