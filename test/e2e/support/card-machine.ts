import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pairingShown } from '../../../domain/device/started.ts';
import { type PrinterProcess, startPrinterProcess } from '../../support/printer-process.ts';
import { startTerminalProcess, type TerminalProcess } from '../../support/terminal-process.ts';
import type { Company } from './company.ts';

const HOST = fileURLToPath(new URL('../../../devices/cli/devices.ts', import.meta.url));

/** The simulated card terminal, the simulated receipt printer and the device host of a counter, each in a process of its own. */
export interface CardMachine {
  readonly terminal: TerminalProcess;
  readonly printer: PrinterProcess;
  /** The code that a person types; it works once. */
  code(): string;
  /** The address that pairs a browser with the host; it works once. */
  pairingUrl(): string;
  /** Ends the host without a warning, and starts it again. */
  killHost(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts them for the tills of a company, whose pages may ask them. */
export async function startCardMachine({ url, devicesPort }: Company): Promise<CardMachine> {
  const terminal = await startTerminalProcess();
  const printer = await startPrinterProcess(terminal.simulators);
  const folder = await mkdtemp(join(tmpdir(), 'outpost-device-host-'));
  let code = '';

  async function startHost(): Promise<ChildProcess> {
    const args = ['--port', String(devicesPort), '--folder', folder, '--simulators', terminal.simulators, '--origin', url];
    const started = fork(HOST, args, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const first = Promise.race([
      once(started, 'message'),
      once(started, 'exit').then(() => {
        throw new Error('The device host did not start.');
      }),
    ]);
    started.on('message', (message) => (code = pairingShown.parse(message).code));
    await first;
    return started;
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  let host = await startHost();
  return {
    terminal,
    printer,
    code: () => code,
    pairingUrl: () => `${url}/#pair=${code}`,
    async killHost() {
      await end(host, 'SIGKILL');
      host = await startHost();
    },
    async stop() {
      await Promise.all([end(host, 'SIGTERM'), printer.stop(), terminal.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
