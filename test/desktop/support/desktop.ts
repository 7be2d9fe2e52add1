import type { Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TillPage, tillPage } from '../../support/till-page.ts';
import { endOf, type Shell, type Started } from './shell.ts';

/** The desktop app while it runs. */
export interface RunningApp {
  readonly page: Page;
  readonly till: TillPage;
  /** Kills all its processes at once, as a power cut does. */
  crash(): Promise<void>;
  close(): Promise<void>;
  /** Resolves with the exit code, however the app ends. */
  readonly ended: Promise<number | null>;
}

/** A counter PC with the app installed, and the folder in which the app keeps its data. */
export interface Desktop {
  /** Where the app is installed: `package.json` and `out/`. */
  readonly folder: string;
  readonly userData: string;
  /** @param server the address on the command line; null for none */
  start(server: string | null): Promise<RunningApp>;
  /** Starts the app while it runs already; gives the exit code of the second process. */
  startSecond(): Promise<number | null>;
  /** The lines of the journal's mirror. */
  mirror(): Promise<{ readonly seq: number; readonly type: string }[]>;
  /** Ends what still runs and clears the disk. */
  scrap(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

function killGroup({ process: { pid } }: Started): void {
  if (pid === undefined) throw new Error('The app has not started.');
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Installs the app as it was built. */
export async function installDesktop(shell: Shell): Promise<Desktop> {
  const disk = await mkdtemp(join(tmpdir(), 'outpost-desktop-'));
  const [folder, userData] = [join(disk, 'app'), join(disk, 'user-data')];
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/desktop']) {
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  const args = [`--user-data-dir=${userData}`];
  let running: Started | null = null;
  return {
    folder,
    userData,
    async start(server) {
      const started = await shell.start({ folder, args: [...args, ...(server === null ? [] : [`--server=${server}`])] });
      running = started;
      const ended = endOf(started.process).then((code) => {
        running = null;
        return code;
      });
      return {
        page: started.page,
        till: tillPage(started.page),
        ended,
        async crash() {
          killGroup(started);
          await ended;
        },
        close: () => started.close(),
      };
    },
    startSecond: () => endOf(shell.spawn({ folder, args })),
    async mirror() {
      const text = await readFile(join(userData, 'journal-mirror.jsonl'), 'utf8');
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { seq: number; type: string });
    },
    async scrap() {
      if (running !== null) killGroup(running);
      await rm(disk, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
