import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

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

const SIM = fileURLToPath(new URL('../../devices/cli/sim.ts', import.meta.url));

async function run(folder: string, port: number) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', SIM, 'terminal', '--port', String(port), '--control-port', '0', '--folder', folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The simulated terminal ended with ${String(code)}.`);
    }),
  ])) as [string];
  const { controlUrl } = JSON.parse(line) as { controlUrl: string };
  return { child, controlUrl };
}

/** A simulated card terminal in a process of its own, and somebody who presses its buttons. */
export async function startTerminalProcess() {
  const simulators = await mkdtemp(join(tmpdir(), 'outpost-terminal-'));
  const folder = join(simulators, 'terminal');
  let running = await run(folder, 0);

  async function ask(path: string, body?: unknown): Promise<TerminalState> {
    const answer = await fetch(`${running.controlUrl}${path}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The simulated terminal says ${answer.status} to ${path}: ${await answer.text()}`);
    return (await answer.json()) as TerminalState;
  }
  const state = () => ask('/state');
  const first = await state();

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const ended = once(running.child, 'exit');
    running.child.kill(signal);
    await ended;
  }

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
      await end('SIGKILL');
      running = await run(folder, first.address.port);
    },
    async stop(): Promise<void> {
      await end('SIGTERM');
      await rm(simulators, { recursive: true, force: true });
    },
  };
}

export type TerminalProcess = Awaited<ReturnType<typeof startTerminalProcess>>;
