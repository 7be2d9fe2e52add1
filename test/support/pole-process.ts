import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSimulator } from './simulator-process.ts';

interface PoleState {
  readonly address: { readonly host: string; readonly port: number };
  readonly lines: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * A simulated pole display in a process of its own, and somebody who looks at it.
 * @param given the folder of the simulated devices; a new one unless told.
 */
export async function startPoleProcess(given?: string) {
  const simulators = given ?? (await mkdtemp(join(tmpdir(), 'outpost-pole-')));
  const folder = join(simulators, 'pole');
  let running = await runSimulator('pole', folder, 0);
  const look = async () => (await running.ask('/state')) as PoleState;
  const { address } = await look();
  const turn = (path: string) => (on: boolean) => running.ask(path, { on });
  return {
    address,
    /** The folder of the simulated devices; the device host finds its address there. */
    simulators,
    /** Where a person sees it. */
    pageUrl: () => running.controlUrl,
    /** Both lines, without the spaces at their ends. */
    lines: async () => (await look()).lines.map((line) => line.trimEnd()),
    unknown: async () => (await look()).unknown,
    setStuck: turn('/stuck'),
    setAway: turn('/away'),
    /** Ends it without a warning, and starts it again at the same port. */
    async killAndStart(): Promise<void> {
      await running.end('SIGKILL');
      running = await runSimulator('pole', folder, address.port);
    },
    async stop(): Promise<void> {
      await running.end('SIGTERM');
      if (given === undefined) await rm(simulators, { recursive: true, force: true });
    },
  };
}

export type PoleProcess = Awaited<ReturnType<typeof startPoleProcess>>;
