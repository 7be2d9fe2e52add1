import { Command } from 'commander';
import { join } from 'node:path';
import { DEVICE_PORT, deviceAddress, showPairingCode } from '../../domain/device/socket-protocol.ts';
import { KEPT_IN } from '../base/kept-in.ts';
import { portOf } from '../base/port-of.ts';
import { runUntilEnded, tellStarter } from '../base/run-until-ended.ts';
import { createDeviceHost } from '../host/device-host.ts';
import { openPairing } from '../host/pairing.ts';
import { serveSocket } from '../host/serve-socket.ts';

interface Options {
  readonly port: number;
  readonly origin: readonly string[];
  readonly folder: string;
  readonly simulators: string;
}

const program = new Command('npm run devices --')
  .description('Connects registers in the browsers of this machine with the machines on the counter, until it is stopped.')
  .option('--port <port>', 'where pages of this machine speak to it', portOf, DEVICE_PORT)
  .option('--origin <address...>', 'where the pages come from, such as https://pos.example', [
    'http://localhost:4680',
    'http://127.0.0.1:4680',
  ])
  .option('--folder <dir>', 'where it keeps which devices it knows', `${KEPT_IN}devices`)
  .option('--simulators <dir>', 'the folder of the simulated devices', `${KEPT_IN}simulators`)
  .parse();

const { port, origin, folder, simulators } = program.opts<Options>();
const host = createDeviceHost({ simulators: () => simulators, jobsFile: join(folder, 'print-jobs.jsonl') });
let show: (code: string) => void = () => undefined;
const pairing = openPairing({ file: join(folder, 'paired.json'), onCode: (code) => show(code), now: () => performance.now() });
const origins = origin.map((address) => new URL(address).origin);

try {
  const running = await serveSocket({ host, pairing, port, origins });
  show = (code) => {
    const shown = showPairingCode({ port: running.port, code });
    process.stdout.write(`Pairing code for the next device: ${shown}\n`);
    tellStarter({ code: shown });
  };
  process.stdout.write(`The device host listens on ${deviceAddress(running.port)} for ${origins.join(', ')}.\n`);
  show(pairing.code());
  runUntilEnded(running.close);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  process.stderr.write(`Port ${port} is in use by another process, perhaps another device host; stop that one, or choose another port.\n`);
  process.exitCode = 1;
}
