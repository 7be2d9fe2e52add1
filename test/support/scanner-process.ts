import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSimulator } from './simulator-process.ts';

interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * The simulated scanners in a process of their own, and somebody who scans with them.
 * @param given the folder of the simulated devices; a new one unless told.
 */
export async function startScannerProcess(given?: string) {
  const simulators = given ?? (await mkdtemp(join(tmpdir(), 'outpost-scanner-')));
  const running = await runSimulator('scanner', join(simulators, 'scanner'), 0);
  const look = async () => (await running.ask('/state')) as { addresses: readonly Address[]; scanners: readonly { isHeard: boolean }[] };
  const [first, second] = (await look()).addresses;
  if (first === undefined || second === undefined) throw new Error('There are two scanners.');
  return {
    first,
    second,
    /** The folder of the simulated devices; the device host finds their addresses there. */
    simulators,
    /** Where a person sees them. */
    pageUrl: () => running.controlUrl,
    /** Whether a till listens to each. */
    heard: async () => (await look()).scanners.map(({ isHeard }) => isHeard),
    scan: (code: string, more: object = {}) => running.ask('/scan', { scanner: 1, code, ...more }),
    /** Scans with both at once: their bytes are on the way at the same time. */
    scanBoth: (one: string, other: string) => running.ask('/both', { first: one, second: other }),
    /** Sends half of a code and pulls the plug. */
    half: (code: string) => running.ask('/half', { scanner: 1, code }),
    noise: () => running.ask('/noise', { scanner: 1 }),
    setAway: (on: boolean) => running.ask('/away', { scanner: 1, on }),
    async stop(): Promise<void> {
      await running.end('SIGTERM');
      if (given === undefined) await rm(simulators, { recursive: true, force: true });
    },
  };
}

export type ScannerProcess = Awaited<ReturnType<typeof startScannerProcess>>;
