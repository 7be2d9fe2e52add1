import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { pairingShown, SIMULATED_CARRIER, SIMULATED_DEVICES, type SimulatedDevice, simulatorStarted } from '../../domain/device/started.ts';

export interface DevicesOptions {
  readonly root: string;
  /** The server's own folder: the simulated devices and the device host keep there what they know. */
  readonly data: string;
  /** Where the device host listens for pages of this machine. */
  readonly port: number;
  /** The addresses of the pages that may ask it. */
  readonly origins: readonly string[];
  /** Told of each new pairing code, but for the first. */
  readonly onCode: (code: string) => void;
}

export interface RunningDevices {
  /** Pairs the next device. */
  readonly code: string;
  /** Where each simulated device is shown. */
  readonly urls: Readonly<Record<SimulatedDevice, string>>;
  /** Where the simulated mail server takes mail. */
  readonly mailServer: { readonly host: string; readonly port: number };
  /** As `--carrier` takes it. */
  readonly carrierAccount: string;
  close(): Promise<void>;
}

/** Where the simulated devices of a server keep what they know, each in a folder of its name. @param data the server's own folder. */
export function simulatorsFolder(data: string): string {
  return join(data, 'devices');
}

/** How long (milliseconds) a device may take to start. */
const START_WITHIN_MS = 45_000;

/** The same program as a source file while this one runs from sources, else from the bundle. */
function programOf(root: string, name: string): string {
  const isSource = fileURLToPath(import.meta.url).endsWith('.ts');
  return isSource ? join(root, 'devices/cli', `${name}.ts`) : join(root, 'out/server', `${name}.js`);
}

/** Starts a program with a channel for messages, by whose end it hears of the end of this process, also of a SIGKILL. */
function start(program: string, args: readonly string[]): ChildProcess {
  return fork(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
}

/** Waits until a program says that it has started. @throws its own last words where it ends instead. */
async function started<S extends z.ZodType>(child: ChildProcess, schema: S): Promise<z.output<S>> {
  let said = '';
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  const within = { signal: AbortSignal.timeout(START_WITHIN_MS) };
  const [message] = (await Promise.race([
    once(child, 'message', within),
    once(child, 'close', within).then(() => {
      throw new Error(said.trim());
    }),
  ])) as [unknown];
  return schema.parse(message);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/**
 * Starts the simulated devices and the device host, each as a process of its own that ends with this one.
 * @throws an error whose message says why one of them does not run; none of them runs then.
 */
export async function startDevices({ root, data, port, origins, onCode }: DevicesOptions): Promise<RunningDevices> {
  const folder = simulatorsFolder(data);
  const simulators = SIMULATED_DEVICES.map((name) => ({
    name,
    child: start(programOf(root, 'sim'), [name, '--port', '0', '--control-port', '0', '--folder', join(folder, name)]),
  }));
  const host = start(programOf(root, 'devices'), [
    ...['--port', String(port), '--folder', join(data, 'devices/host'), '--simulators', folder],
    ...['--origin', ...origins],
  ]);
  const close = async () => void (await Promise.all([end(host), ...simulators.map(({ child }) => end(child))]));
  try {
    const [{ code }, told] = await Promise.all([
      started(host, pairingShown),
      Promise.all(simulators.map(async ({ name, child }) => [name, await started(child, simulatorStarted)] as const)),
    ]);
    const running = Object.fromEntries(told) as Record<SimulatedDevice, z.output<typeof simulatorStarted>>;
    const urls = Object.fromEntries(told.map(([name, { controlUrl }]) => [name, controlUrl])) as Record<SimulatedDevice, string>;
    host.on('message', (message) => onCode(pairingShown.parse(message).code));
    const { host: at, port: where } = running.carrier.address;
    const { clientId, secret, shipperNumber } = SIMULATED_CARRIER;
    const carrierAccount = `ups+plain://${clientId}:${secret}@${at}:${where}/${shipperNumber}`;
    return { code, urls, mailServer: running.mail.address, carrierAccount, close };
  } catch (error) {
    await close();
    throw error;
  }
}
