import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { SimulatedDevice } from '../../domain/device/started.ts';

const SIM = fileURLToPath(new URL('../../devices/cli/sim.ts', import.meta.url));

/** Starts a simulated device in a process of its own. @param port 0 for any. */
export async function runSimulator(name: SimulatedDevice, folder: string, port: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', SIM, name, '--port', String(port), '--control-port', '0', '--folder', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The simulated ${name} ended with ${String(code)}.`);
    }),
  ])) as [string];
  const { controlUrl } = JSON.parse(line) as { controlUrl: string };
  return {
    controlUrl,
    /** Presses a button, or looks where there is no body. */
    async ask(path: string, body?: unknown): Promise<unknown> {
      const answer = await fetch(`${controlUrl}${path}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`The simulated ${name} says ${answer.status} to ${path}: ${await answer.text()}`);
      return answer.json();
    },
    async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}
