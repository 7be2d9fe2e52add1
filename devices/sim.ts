import { Command, InvalidArgumentError } from 'commander';
import { fileURLToPath } from 'node:url';
import { startTerminal } from './simulators/terminal/start-terminal.ts';

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}

const kept = fileURLToPath(new URL('../.outpost/simulators/', import.meta.url));

const program = new Command('npm run sim --').description('Starts a simulated device, as a process of its own, until it is stopped.');
program
  .command('terminal')
  .description('A card terminal that speaks nexo over TLS. Its buttons are pressed over HTTP: see docs/develop.md.')
  .option('--port <port>', 'where a till speaks to it', portOf, 8443)
  .option('--control-port <port>', 'where its buttons are', portOf, 4690)
  .option('--folder <dir>', 'where its certificate and what it has done are kept', `${kept}terminal`)
  .action(async (options: { port: number; controlPort: number; folder: string }) => {
    const { address, controlUrl, close } = await startTerminal(options);
    process.stdout.write(`${JSON.stringify({ host: address.host, port: address.port, poiId: address.poiId, controlUrl })}\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
  });

await program.parseAsync();
