import { resolve } from 'node:path';
import { type Logger, pino } from 'pino';
import { type LogSink, openLogFile, standardOutput } from './log-file.ts';
import { PlainFailure } from './plain-failure.ts';
import { readableLine } from './readable-line.ts';

/** From this size on (bytes) the log begins a new file, and so many older ones are kept. */
const LOG_BYTES = 10 * 1024 * 1024;
const LOGS_KEPT = 5;

/** The target that is no file. */
export const STDOUT = 'stdout';

/** Names of fields whose values open something. None is logged today; one that is by mistake is blanked. */
const SECRETS = [
  'authorization',
  'cookie',
  'password',
  'pin',
  'badge',
  'token',
  'secret',
  'apiKey',
  'officeKey',
  'registerCode',
  'pickupCode',
];

/** The log, and what the person who starts the server is told beside it. */
export interface Output {
  readonly logger: Logger;
  /** The file that the log is in; undefined where it goes to standard output. */
  readonly file: string | undefined;
  /** Tells the person at the terminal; where standard output is a log in JSON, it is a line of that. */
  say(line: string): void;
}

function openFile(file: string): LogSink {
  try {
    return openLogFile({ file, maxBytes: LOG_BYTES, keep: LOGS_KEPT });
  } catch (error) {
    throw new PlainFailure(
      `The log cannot be written to ${file} (${error instanceof Error ? error.message : String(error)}); choose another file ` +
        'with --log, or stdout.',
    );
  }
}

/** A logger of JSON, one object a line. `LOG_LEVEL` says how much is in it. */
export function jsonLogger(sink: LogSink): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`]);
  return pino({ level: process.env['LOG_LEVEL'] ?? 'info', redact: { paths, censor: '[secret]' } }, sink);
}

/**
 * Opens the server's log.
 * @param target a file, or `stdout`, where it is JSON for programs and readable in a terminal.
 * @throws PlainFailure
 */
export function openOutput(target: string, isTerminal: boolean): Output {
  const stdout = standardOutput();
  const tell = (line: string): void => stdout.write(`${line}\n`);
  if (target !== STDOUT) {
    const file = resolve(target);
    return { logger: jsonLogger(openFile(file)), file, say: tell };
  }
  if (isTerminal) return { logger: jsonLogger({ write: (line) => stdout.write(readableLine(line)) }), file: undefined, say: tell };
  const logger = jsonLogger(stdout);
  return { logger, file: undefined, say: (line) => logger.info(line.trim()) };
}
