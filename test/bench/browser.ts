import { chromium, type BrowserContext } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
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

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the benchmark page with the app's own modules, serves it on loopback, and hands its address to the work. */
export async function withBenchPage<T>(work: (url: string) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (folder) => {
    await build({
      configFile: false,
      logLevel: 'error',
      root: fileURLToPath(new URL('./page', import.meta.url)),
      worker: { format: 'es' },
      build: { outDir: folder, emptyOutDir: true, target: 'chrome140' },
    });
    const server: Server = createServer((request, response) => {
      const path = normalize(request.url === '/' ? '/index.html' : (request.url ?? '/'));
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      createReadStream(join(folder, path)).on('error', () => response.writeHead(404).end()).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
}
