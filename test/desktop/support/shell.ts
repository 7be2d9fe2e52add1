import { _electron, chromium, type Page } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findElectron } from '../../../sync-server/start/open-app.ts';
import { SETTINGS, type SimulatorSettings } from '../../support/electron-on-chromium/settings.ts';
import { chromiumLaunchOptions } from '../../tools/find-chromium.ts';

/** How an app is started: its folder, with `package.json` and `out/`, and its command line. */
export interface Start {
  readonly folder: string;
  readonly args: readonly string[];
}

export interface Started {
  readonly page: Page;
  /** The main process; it leads a group of its own. */
  readonly process: ChildProcess;
  /** Asks the app to quit, and waits for its end. */
  close(): Promise<void>;
}

/** What runs the app: Electron, or what stands in for it. */
export interface Shell {
  readonly name: string;
  start(start: Start): Promise<Started>;
  /** Starts the app without looking at its window; gives its process. */
  spawn(start: Start): ChildProcess;
}

/** Resolves with the exit code; null after a signal. */
export function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

const isRoot = process.getuid?.() === 0;

function electronShell(program: string): Shell {
  const commandLine = ({ folder, args }: Start) => [folder, ...args, ...(isRoot ? ['--no-sandbox'] : [])];
  return {
    name: `Electron (${program})`,
    async start(start) {
      const app = await _electron.launch({ executablePath: program, args: commandLine(start) });
      // A person who takes what is proposed, in a folder of the test.
      await app.evaluate(({ app: running, dialog }) => {
        running.setPath('documents', `${running.getPath('userData')}.documents`);
        dialog.showSaveDialog = (...args: unknown[]) => {
          const { defaultPath = '' } = args.at(-1) as { readonly defaultPath?: string };
          return Promise.resolve({ canceled: false, filePath: defaultPath });
        };
      });
      return { page: await app.firstWindow(), process: app.process(), close: () => app.close() };
    },
    spawn: (start) => spawn(program, commandLine(start), { detached: true, stdio: ['pipe', 'ignore', 'pipe'] }),
  };
}

/** Waits for the address at which Chromium can be reached. */
function devtoolsAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The app ended with ${code}: ${text}`)));
  });
}

async function firstPage(address: string): Promise<Page> {
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('Chromium has no profile open.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL(/^https:/);
  return page;
}

function simulatorShell(): Shell {
  const { executablePath, args } = chromiumLaunchOptions();
  const settings: SimulatorSettings = { executablePath, args };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const simulator = new URL('../../support/electron-on-chromium/register.ts', import.meta.url).href;
  const shell: Shell = {
    name: 'the simulator of Electron on Chromium',
    spawn: (start) =>
      spawn(process.execPath, ['--import', loader, '--import', simulator, join(start.folder, 'out/main/main.js'), ...start.args], {
        detached: true,
        stdio: ['pipe', 'ignore', 'pipe'],
        env: { ...process.env, [SETTINGS]: JSON.stringify(settings) },
      }),
    async start(start) {
      const child = shell.spawn(start);
      const page = await firstPage(await devtoolsAddress(child));
      return {
        page,
        process: child,
        async close() {
          child.stdin?.end();
          await endOf(child);
        },
      };
    },
  };
  return shell;
}

/** Electron where it is installed, else the simulator. */
export function findShell(): Shell {
  const program = findElectron(fileURLToPath(new URL('../../../', import.meta.url)));
  return program === null ? simulatorShell() : electronShell(program);
}
