import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import type { BridgeResult, JournalMirrorPort, MirrorPage } from '../../../domain/device/bridge.ts';
import { newDevice, type Running } from '../../e2e/support/device.ts';
import { openBuiltPage } from '../../support/built-page.ts';
import { describeMirror } from './mirror-contract.ts';
import type { MirrorPageApi } from './page/main.ts';

type Method = keyof JournalMirrorPort;

let served: Awaited<ReturnType<typeof openBuiltPage>> | null = null;

/** The mirror of a page, asked from outside of its browser. */
function mirrorOf(page: Page): JournalMirrorPort {
  const ask = <T>(method: Method, ...args: unknown[]) =>
    page.evaluate(
      ([name, given]) => {
        const { mirror } = (globalThis as unknown as { api: MirrorPageApi }).api;
        if (mirror === null) throw new Error('This browser has no private files.');
        return (mirror[name] as (...all: unknown[]) => Promise<unknown>)(...given);
      },
      [method, args] as const,
    ) as Promise<BridgeResult<T>>;
  return {
    append: (lines) => ask<null>('append', lines),
    read: (from) => ask<MirrorPage>('read', from),
    tail: () => ask<MirrorPage>('tail'),
  };
}

describeMirror(
  'the private files of a real browser',
  async () => {
    served ??= await openBuiltPage(fileURLToPath(new URL('./page', import.meta.url)));
    const { url } = served;
    const device = await newDevice();
    let running: Running = await device.start();
    const load = async () => {
      await running.page.goto(url);
      await running.page.waitForFunction(() => 'api' in globalThis);
      return mirrorOf(running.page);
    };
    return {
      mirror: await load(),
      async restart() {
        await running.crash();
        running = await device.start();
        return load();
      },
      async spoil(text) {
        await load();
        await running.page.evaluate((spoiling) => (globalThis as unknown as { api: MirrorPageApi }).api.spoil(spoiling), text);
        return load();
      },
      dispose: () => device.scrap(),
    };
  },
  async () => {
    await served?.close();
    served = null;
  },
);
