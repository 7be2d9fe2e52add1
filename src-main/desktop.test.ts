import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANY_SERVER } from '../domain/device/content-policy.ts';
import type * as Stub from '../test/stubs/electron.ts';

type Electron = typeof Stub;

let folder: string;
let electron: Electron;
let control: Electron['control'];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-desktop-'));
  vi.resetModules();
  electron = await import('../test/stubs/electron.ts');
  control = electron.control;
  control.userData = folder;
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the real entry file on the stub, to the end of its start. */
async function start(): Promise<void> {
  await import('./main.ts');
  await vi.waitFor(() => expect(control.notes.at(-1)).toMatch(/^(quit|show|exit)/));
}

/** What a page's attempt to leave is answered with. */
function attempt(contents: InstanceType<Electron['WebContents']>, event: string, url: string): boolean {
  const details = { url, prevented: false, preventDefault: () => void (details.prevented = true) };
  contents.emit(event, details);
  return details.prevented;
}

describe('the start', () => {
  it('settles lock, scheme and sandbox before ready, and guards before the window', async () => {
    await start();
    expect(control.notes).toEqual([
      'lock',
      'registerSchemesAsPrivileged',
      'enableSandbox',
      'whenReady',
      'request',
      'check',
      'device',
      'displayMedia',
      'protocol.handle app',
      'window',
      'load app://bundle/',
      'show',
    ]);
  });

  it('of a second instance ends at once and touches nothing', async () => {
    control.hasLock = false;
    await start();
    expect(control.notes).toEqual(['lock', 'quit']);
  });

  it('that fails says so and ends with code 1', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.spyOn(electron.app, 'whenReady').mockRejectedValueOnce(new Error('no display'));
    await start();
    expect(control.notes.at(-1)).toBe('exit 1');
    expect(said).toHaveBeenCalledWith('Outpost could not start: Error: no display\n');
    said.mockRestore();
  });
});

describe('the running app', () => {
  it('comes to the front when it is started again', async () => {
    await start();
    await vi.waitFor(() => expect(electron.app.listenerCount('second-instance')).toBe(1));
    electron.app.emit('second-instance');
    expect(control.notes.slice(-1)).toEqual(['focus']);
    for (const window of control.windows) window.minimized = true;
    electron.app.emit('second-instance');
    expect(control.notes.slice(-2)).toEqual(['restore', 'focus']);
  });

  it('gives its scheme the rights of a secure origin and nothing that bypasses the policy', async () => {
    await start();
    expect(control.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });

  it('opens a window that is isolated, sandboxed and without Node', async () => {
    await start();
    expect(control.windows.map((window) => window.options)).toMatchObject([
      {
        webPreferences: {
          contextIsolation: true,
          sandbox: true,
          nodeIntegration: false,
          nodeIntegrationInWorker: false,
          nodeIntegrationInSubFrames: false,
          webSecurity: true,
          webviewTag: false,
          devTools: false,
          preload: expect.stringMatching(/preload\/preload\.cjs$/) as string,
        },
      },
    ]);
  });

  it('denies every other permission and device', async () => {
    await start();
    const { request, check, device, displayMedia } = control.permissions as Record<string, (...args: unknown[]) => unknown>;
    for (const permission of ['geolocation', 'media', 'notifications', 'hid', 'openExternal', 'fileSystem']) {
      const answers: boolean[] = [];
      request?.({}, permission, (granted: boolean) => answers.push(granted));
      expect([answers, check?.({}, permission)]).toEqual([[false], false]);
    }
    expect([device?.({}), displayMedia]).toEqual([false, null]);
  });

  it('grants the network, so that a server in the store or on this machine can be reached', async () => {
    await start();
    const { request, check } = control.permissions as Record<string, (...args: unknown[]) => unknown>;
    for (const permission of ['local-network-access', 'local-network', 'loopback-network']) {
      const answers: boolean[] = [];
      request?.({}, permission, (granted: boolean) => answers.push(granted));
      expect([answers, check?.(null, permission)]).toEqual([[true], true]);
    }
  });

  it.each([
    ['a server on the command line', 'https://pool.example', "connect-src 'self' https://pool.example;"],
    ['no server', '', `connect-src 'self' ${ANY_SERVER};`],
  ])('for %s, names in the content policy of its page whom it may reach', async (_what, server, expected) => {
    vi.stubEnv('OUTPOST_SERVER_URL', server);
    await start();
    vi.unstubAllEnvs();
    const page = await control.schemeHandlers.get('app')?.(new Request('app://bundle/'));
    expect(page?.headers.get('content-security-policy')).toContain(expected);
  });

  it('lets no page open windows, leave, or embed others; also pages made later', async () => {
    await start();
    const later = new electron.WebContents();
    electron.app.emit('web-contents-created', {}, later);
    for (const contents of [...control.windows.map((window) => window.webContents), later]) {
      expect(contents.openHandler?.({ url: 'app://bundle/' })).toEqual({ action: 'deny' });
      for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
        expect(attempt(contents, event, 'https://elsewhere.example/')).toBe(true);
        expect(attempt(contents, event, 'app://bundle/pickup')).toBe(false);
      }
      expect(attempt(contents, 'will-attach-webview', 'app://bundle/')).toBe(true);
    }
  });

  it.each([
    ['crashed', 1],
    ['oom', 1],
    ['killed', 1],
    ['launch-failed', 0],
    ['integrity-failure', 0],
    ['clean-exit', 0],
  ])('loads its page again when the process of the page ends by %s: %i times', async (reason, times) => {
    await start();
    const before = control.notes.length;
    control.windows[0]?.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
    expect(control.notes.slice(before)).toEqual(Array(times).fill('load app://bundle/'));
  });

  it('quits with its window', async () => {
    await start();
    electron.app.emit('window-all-closed');
    expect(control.notes.at(-1)).toBe('quit');
  });
});
