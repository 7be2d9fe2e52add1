import { Command, InvalidArgumentError, Option } from 'commander';
import { join } from 'node:path';
import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from '../../domain/wire/protocol.ts';
import { POOL_SIZE } from '../db/open-postgres.ts';

// Fixed: the origin is the key of the browser's storage, so a register would not find its journal on another port.
const PORT = 4680;

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** A file, or `stdout`; without it `server.log` in the data folder. */
  readonly log?: string;
  readonly pool: number;
  readonly reset: boolean;
  readonly open: boolean;
  readonly build: boolean;
  readonly minimumProtocol: number;
}

function wholeNumber(text: string, from: number, to: number, what: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= from && number <= to) return number;
  throw new InvalidArgumentError(`${what} is a number from ${from} to ${to}.`);
}

/** Reads the options of `npm start`. Ends the process with a sentence where one is wrong. @param root of the project. */
export function readOptions(root: string): StartOptions {
  return new Command('npm start --')
    .description('Starts Outpost: the sync server on an embedded database (or on DATABASE_URL), and the store app.')
    .option('--port <number>', 'where it listens; keep it the same from start to start', (text) => wholeNumber(text, 1, 65_535, 'A port'), PORT)
    .option('--host <address>', 'which address it listens on; 0.0.0.0 lets other machines in', '127.0.0.1')
    .option('--data <dir>', 'the folder of the embedded database and the keys', join(root, '.outpost/data'))
    .option('--log <file>', 'where the log goes: a file, replaced at 10 MB with 5 older ones kept, or stdout; server.log in the data folder unless told')
    .addOption(
      new Option('--pool <number>', 'the most connections to PostgreSQL at once')
        .env('OUTPOST_POOL').default(POOL_SIZE).argParser((text) => wholeNumber(text, 1, 1_000, 'A number of connections')),
    )
    .option('--reset', 'start the sample company over', false)
    .addOption(
      new Option('--minimum-protocol <version>', 'the oldest version of the protocol that registers may speak; older apps are told to update, and can still sell')
        .env('OUTPOST_MINIMUM_PROTOCOL').default(OLDEST_PROTOCOL_VERSION)
        .argParser((text) => wholeNumber(text, OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION, 'A version of the protocol')),
    )
    .option('--no-open', 'do not open the app')
    .option('--no-build', 'serve the store app as it was built last, even when its sources are newer')
    .parse()
    .opts<StartOptions>();
}
