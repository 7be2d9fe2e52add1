import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSimulator } from './simulator-process.ts';

export interface LabelPrinterState {
  readonly address: { readonly host: string; readonly port: number };
  /** The oldest first. */
  readonly labels: readonly { readonly texts: readonly string[] }[];
  /** The last of them, drawn. */
  readonly newest: string;
  readonly unknown: readonly string[];
}

/**
 * A simulated label printer in a process of its own, and somebody who looks after it.
 * @param given the folder of the simulated devices; a new one unless told.
 */
export async function startLabelProcess(given?: string) {
  const simulators = given ?? (await mkdtemp(join(tmpdir(), 'outpost-labels-')));
  const running = await runSimulator('labels', join(simulators, 'labels'), 0);
  const state = async () => (await running.ask('/state')) as LabelPrinterState;
  const press = (path: string, body: object) => running.ask(path, body);
  return {
    address: (await state()).address,
    simulators,
    state,
    setEmpty: (on: boolean) => press('/empty', { on }),
    setHead: (on: boolean) => press('/head', { on }),
    setGone: (on: boolean) => press('/gone', { on }),
    habit: (habit: 'fine' | 'swallow' | 'half' | 'silent') => press('/habit', { habit }),
    /** Everything as it should be. */
    async mend(): Promise<void> {
      await press('/habit', { habit: 'fine' });
      await press('/gone', { on: false });
      await press('/head', { on: false });
      await press('/empty', { on: false });
    },
    end: () => running.end('SIGTERM'),
    async stop(): Promise<void> {
      await running.end('SIGTERM');
      await rm(simulators, { recursive: true, force: true });
    },
  };
}

export type LabelProcess = Awaited<ReturnType<typeof startLabelProcess>>;
