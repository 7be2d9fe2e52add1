import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSimulator } from './simulator-process.ts';

export interface PrinterState {
  readonly address: { readonly host: string; readonly port: number };
  readonly isDrawerOpen: boolean;
  readonly drawerOpenings: number;
  /** Where the drawer that opened last is plugged in. */
  readonly lastConnector: number | null;
  /** The oldest first; the last one may still hang from the printer. */
  readonly slips: readonly { readonly lines: readonly string[] }[];
  /** The last of them, drawn. */
  readonly newest: string;
  /** Commands that it does not know. */
  readonly unknown: readonly string[];
}

/**
 * A simulated receipt printer in a process of its own, and somebody who looks after it.
 * @param given the folder of the simulated devices; a new one unless told.
 */
export async function startPrinterProcess(given?: string) {
  const simulators = given ?? (await mkdtemp(join(tmpdir(), 'outpost-printer-')));
  const running = await runSimulator('printer', join(simulators, 'printer'), 0);
  const state = async () => (await running.ask('/state')) as PrinterState;
  return {
    address: (await state()).address,
    simulators,
    pageUrl: () => running.controlUrl,
    state,
    setPaper: (paper: 'enough' | 'low' | 'out') => running.ask('/paper', { paper }),
    setCover: (on: boolean) => running.ask('/cover', { on }),
    setGone: (on: boolean) => running.ask('/gone', { on }),
    habit: (habit: 'fine' | 'slow' | 'swallow' | 'half' | 'silent') => running.ask('/habit', { habit }),
    /** What it understands from the next connection on. */
    speak: (language: 'escpos' | 'star') => running.ask('/language', { language }),
    closeDrawer: () => running.ask('/drawer', {}),
    /** Everything that was printed, line by line. */
    lines: async () => (await state()).slips.flatMap(({ lines }) => lines),
    /** Everything as it should be. */
    async mend(): Promise<void> {
      await running.ask('/habit', { habit: 'fine' });
      await running.ask('/gone', { on: false });
      await running.ask('/cover', { on: false });
      await running.ask('/paper', { paper: 'enough' });
      await running.ask('/drawer', {});
    },
    async stop(): Promise<void> {
      await running.end('SIGTERM');
      await rm(simulators, { recursive: true, force: true });
    },
  };
}

export type PrinterProcess = Awaited<ReturnType<typeof startPrinterProcess>>;
