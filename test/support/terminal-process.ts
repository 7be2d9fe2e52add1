import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSimulator } from './simulator-process.ts';

/** One message that the simulated terminal has answered. */
export interface LedgerRow {
  readonly serviceId: string;
  readonly category: 'Payment' | 'Reversal';
  readonly moved: number;
}

interface TerminalState {
  readonly address: { readonly host: string; readonly port: number; readonly poiId: string; readonly certificate: string };
  readonly payment: { readonly serviceId: string; readonly amount: number; readonly currency: string; readonly connected: boolean } | null;
  readonly ledger: readonly LedgerRow[];
}

/** A simulated card terminal in a process of its own, and somebody who presses its buttons. */
export async function startTerminalProcess() {
  const simulators = await mkdtemp(join(tmpdir(), 'outpost-terminal-'));
  const folder = join(simulators, 'terminal');
  let running = await runSimulator('terminal', folder, 0);

  const ask = async (path: string, body?: unknown) => (await running.ask(path, body)) as TerminalState;
  const state = () => ask('/state');
  const first = await state();

  return {
    address: first.address,
    /** The folder of simulated devices, of which it is the terminal; the device host finds its address there. */
    simulators,
    /** Where a person sees it. */
    pageUrl: () => running.controlUrl,
    state,
    press: (button: string, more: object = {}) => ask('/press', { button, ...more }),
    /** What it does with the payments to come: waits for a button, or presses this one by itself. */
    habit: (habit: unknown) => ask('/habit', { habit }),
    setAway: (away: boolean) => ask('/away', { away }),
    forgetLogin: () => ask('/forget', {}),
    /** Resolves once a payment is on its display. */
    async shows(): Promise<NonNullable<TerminalState['payment']>> {
      for (;;) {
        const { payment } = await state();
        if (payment !== null) return payment;
      }
    },
    /** What has moved to the shop since `from` rows of the ledger, in the currency's units. */
    async moved(from = 0): Promise<number> {
      return (await state()).ledger.slice(from).reduce((sum, one) => sum + one.moved, 0);
    },
    /** Ends it without a warning, and starts it again at the same port. */
    async killAndStart(): Promise<void> {
      await running.end('SIGKILL');
      running = await runSimulator('terminal', folder, first.address.port);
    },
    async stop(): Promise<void> {
      await running.end('SIGTERM');
      await rm(simulators, { recursive: true, force: true });
    },
  };
}

export type TerminalProcess = Awaited<ReturnType<typeof startTerminalProcess>>;
