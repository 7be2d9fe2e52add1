import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSimulator } from './simulator-process.ts';

interface ScaleState {
  readonly address: { readonly host: string; readonly port: number };
}

/**
 * A simulated scale in a process of its own, and somebody who puts goods on it.
 * @param given the folder of the simulated devices; a new one unless told.
 */
export async function startScaleProcess(given?: string) {
  const simulators = given ?? (await mkdtemp(join(tmpdir(), 'outpost-scale-')));
  const folder = join(simulators, 'scale');
  let running = await runSimulator('scale', folder, 0);
  const { address } = (await running.ask('/state')) as ScaleState;
  const turn = (path: string) => (on: boolean) => running.ask(path, { on });
  return {
    address,
    /** The folder of the simulated devices; the device host finds its address there. */
    simulators,
    /** Where a person sees it. */
    pageUrl: () => running.controlUrl,
    put: (grams: number) => running.ask('/put', { grams }),
    tare: () => running.ask('/tare', {}),
    zero: () => running.ask('/zero', {}),
    setMoving: turn('/moving'),
    setPounds: turn('/pounds'),
    setBroken: turn('/broken'),
    setSilent: turn('/silent'),
    setAway: turn('/away'),
    /** Ends it without a warning, and starts it again at the same port. */
    async killAndStart(): Promise<void> {
      await running.end('SIGKILL');
      running = await runSimulator('scale', folder, address.port);
    },
    async stop(): Promise<void> {
      await running.end('SIGTERM');
      await rm(simulators, { recursive: true, force: true });
    },
  };
}

export type ScaleProcess = Awaited<ReturnType<typeof startScaleProcess>>;
