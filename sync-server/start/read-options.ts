import { Command, InvalidArgumentError, Option } from 'commander';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { DEVICE_PORT } from '../../domain/device/socket-protocol.ts';
import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import { POOL_SIZE } from '../db/open-postgres.ts';
import { readSmtpAddress, type SmtpAddress } from '../outbound/smtp-address.ts';
import { readUpsAddress, type UpsAddress } from '../outbound/ups-address.ts';
import { STDOUT } from './open-logger.ts';

// Fixed: the origin is the key of the browser's storage, so a register would not find its journal on another port.
const PORT = 4680;

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** A file, or `stdout`. */
  readonly log: string;
  readonly pool: number;
  /** Makes a certificate for this machine, and the authority that signs it. */
  readonly tls: boolean;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  /** The addresses of the proxies that are believed who they forward for. */
  readonly trustProxy?: string[];
  readonly reset: boolean;
  readonly open: boolean;
  /** Starts the simulated devices of the sample company, and the device host. */
  readonly devices: boolean;
  /** Where the device host of a machine listens; the app may connect to it and to nothing else there. */
  readonly devicesPort: number;
  readonly minimumProtocol: number;
  /** Where mail to customers is handed over. */
  readonly smtp?: SmtpAddress;
  /** Where labels are bought. */
  readonly carrier?: UpsAddress;
  /** Lets webhooks go to private addresses, and without encryption. */
  readonly privateWebhooks: boolean;
}

function wholeNumber(text: string, from: number, to: number, what: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= from && number <= to) return number;
  throw new InvalidArgumentError(`${what} is a number from ${from} to ${to}.`);
}

function readAddresses(text: string): string[] {
  const addresses = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const wrong = addresses.find((one) => isIP(one.split('/')[0] ?? '') === 0 || !/^[^/]+(\/\d{1,3})?$/.test(one));
  if (wrong === undefined && addresses.length > 0) return addresses;
  throw new InvalidArgumentError(`${wrong ?? 'Nothing'} is no address such as 10.0.0.5 and no network such as 10.0.0.0/24.`);
}

function readCarrier(text: string): UpsAddress {
  try {
    return readUpsAddress(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof RangeError ? error.message : 'It is no account with a carrier.');
  }
}

function readSmtp(text: string): SmtpAddress {
  try {
    return readSmtpAddress(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof RangeError ? error.message : 'It is no address of a mail server.');
  }
}

/** Reads the options of `npm start`. Ends the process with a sentence where one is wrong. @param root of the project. */
export function readOptions(root: string): StartOptions {
  const command = new Command('npm start --')
    .description('Starts Outpost: the sync server on an embedded database (or on DATABASE_URL), and the store app.')
    .option(
      '--port <number>',
      'where it listens; keep it the same from start to start',
      (text) => wholeNumber(text, 1, 65_535, 'A port'),
      PORT,
    )
    .option('--host <address>', 'which address it listens on; 0.0.0.0 lets other machines in (127.0.0.1, with --tls 0.0.0.0)')
    .option('--tls', 'serve https with a certificate that is made here, and a page that tells other devices how to trust it', false)
    .option('--tls-cert <file>', 'serve https with this certificate (PEM)')
    .option('--tls-key <file>', 'the key of that certificate (PEM)')
    .addOption(
      new Option(
        '--trust-proxy <addresses>',
        'the proxies in front of it, addresses or networks with commas between them: what they forward is believed',
      )
        .env('OUTPOST_TRUST_PROXY')
        .argParser(readAddresses),
    )
    .option('--data <dir>', 'the folder of the embedded database and the keys', join(root, '.outpost/data'))
    .option('--log <file>', 'where the log goes: stdout, or a file that is replaced at 10 MB with 5 older ones kept', STDOUT)
    .addOption(
      new Option('--pool <number>', 'the most connections to PostgreSQL at once')
        .env('OUTPOST_POOL')
        .default(POOL_SIZE)
        .argParser((text) => wholeNumber(text, 1, 1_000, 'A number of connections')),
    )
    .option('--reset', 'start the sample company over', false)
    .addOption(
      new Option(
        '--minimum-protocol <version>',
        'the oldest version of the protocol that registers may speak; older apps are told to update, and can still sell',
      )
        .env('OUTPOST_MINIMUM_PROTOCOL')
        .default(OLDEST_PROTOCOL_VERSION)
        .argParser((text) => wholeNumber(text, OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION, 'A version of the protocol')),
    )
    .addOption(
      new Option(
        '--smtp <address>',
        'the mail server for mail to customers, as smtps://NAME:PASSWORD@HOST; the variable hides the password from ps',
      )
        .env('OUTPOST_SMTP')
        .argParser(readSmtp),
    )
    .addOption(
      new Option(
        '--carrier <account>',
        'the account with UPS for labels, as ups://CLIENT:SECRET@HOST/SHIPPER; the variable hides the secret from ps',
      )
        .env('OUTPOST_CARRIER')
        .argParser(readCarrier),
    )
    .option('--private-webhooks', 'let webhooks go to addresses of this network, and without encryption', false)
    .option(
      '--devices-port <number>',
      'where the device host listens on each machine with a register',
      (text) => wholeNumber(text, 1, 65_535, 'A port'),
      DEVICE_PORT,
    )
    .option('--no-devices', 'with the sample company, start neither the simulated card terminal nor the device host')
    .option('--no-open', 'do not open the app')
    // The launcher looks at it before this program is loaded.
    .option('--no-build', 'serve the store app as it was built last, even when its sources are newer')
    .parse();
  const options = command.opts<Omit<StartOptions, 'host'> & { readonly host?: string }>();
  return { ...options, host: options.host ?? (options.tls ? '0.0.0.0' : '127.0.0.1') };
}
