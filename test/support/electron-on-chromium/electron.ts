/**
 * Stands in for the module `electron` where no Electron can be had: the app's own, unchanged main script runs in Node, and its
 * window is a page of a real Chromium. It has what the app uses, and behaves as Electron does where the app relies on it.
 */
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SCREEN, SimulatedWindow, type WebContents } from './browser-window.ts';
import { type Chromium, startChromium } from './devtools.ts';
import { defaultSession } from './permissions.ts';
import { noteReady } from './protocol.ts';
import { simulatedSafeStorage } from './safe-storage.ts';
import { appVersion, readSettings, switchValue } from './settings.ts';
import { singleInstance } from './single-instance.ts';

export { ipcMain } from './ipc.ts';
export { protocol } from './protocol.ts';

export const screen = { getAllDisplays: () => [SCREEN], getDisplayMatching: () => SCREEN };

const userData = resolve(switchValue('user-data-dir') ?? 'user-data');
const documents = `${userData}.documents`;
for (const folder of [userData, documents]) mkdirSync(folder, { recursive: true });
const events = new EventEmitter();
const instance = singleInstance(userData, (commandLine) => events.emit('second-instance', {}, commandLine));
const windows = new Set<SimulatedWindow>();

async function launch(): Promise<Chromium> {
  const { executablePath, args } = readSettings();
  const chromium = startChromium(executablePath, [
    ...args,
    `--user-data-dir=${join(userData, 'chromium')}`,
    '--headless=new',
    '--no-startup-window',
    '--use-mock-keychain',
    '--password-store=basic',
  ]);
  const { browser } = chromium;
  await browser.send('Target.setDiscoverTargets', { discover: true });
  // Pages wait until their window is ready for them; nothing is loaded before.
  await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'page') return;
    void chromium
      .target(sessionId)
      .send('Runtime.runIfWaitingForDebugger')
      .catch(() => undefined);
  });
  return chromium;
}

let chromium: Promise<Chromium> | undefined;
let isQuitting = false;

async function quit(code: number): Promise<void> {
  if (isQuitting) return;
  isQuitting = true;
  events.emit('before-quit', {});
  await (await chromium)?.close();
  events.emit('will-quit', {});
  events.emit('quit', {}, code);
  instance.release();
  await instance.told;
  process.exit(code);
}

export const app = Object.assign(events, {
  isPackaged: false,
  requestSingleInstanceLock: () => instance.lock(),
  enableSandbox(): void {
    if (chromium !== undefined) throw new Error('app.enableSandbox() can only be called before app is ready');
  },
  async whenReady(): Promise<void> {
    chromium ??= launch();
    await chromium;
    noteReady();
  },
  quit: () => void quit(0),
  exit: (code: number) => process.exit(code),
  getPath(name: string): string {
    if (name === 'userData') return userData;
    if (name !== 'documents') throw new Error(`The simulator has no path '${name}'.`);
    return documents;
  },
  getVersion: appVersion,
});

export class BrowserWindow extends SimulatedWindow {
  constructor(options: ConstructorParameters<typeof SimulatedWindow>[1]) {
    if (chromium === undefined) throw new Error('Cannot create BrowserWindow before app is ready');
    const onContents = (contents: WebContents) => void events.emit('web-contents-created', {}, contents);
    super({ chromium, onContents, onClosed: closed }, options);
    windows.add(this);
  }
}

function closed(window: SimulatedWindow): void {
  windows.delete(window);
  window.emit('closed');
  if (windows.size > 0 || isQuitting) return;
  if (!events.emit('window-all-closed')) void quit(0);
}

/** A person who takes what is proposed. */
export const dialog = {
  showSaveDialog: (_window: unknown, { defaultPath }: { readonly defaultPath: string }) =>
    Promise.resolve({ canceled: false, filePath: defaultPath }),
};

export const safeStorage = simulatedSafeStorage(`${userData}.key-store`);
export const session = { defaultSession };

// Whoever started the app holds its input: when that process is gone, however it went, nothing is left behind.
process.stdin.on('end', () => void quit(0)).resume();
