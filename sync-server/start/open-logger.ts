import { resolve } from 'node:path';
import { type Logger, pino } from 'pino';
import { type LogSink, openLogFile, standardOutput } from './log-file.ts';
import { PlainFailure } from './plain-failure.ts';

/** From this size on (bytes) the log begins a new file, and so many older ones are kept. */
const LOG_BYTES = 10 * 1024 * 1024;
const LOGS_KEPT = 5;

function openSink(target: string): LogSink {
  if (target === 'stdout') return standardOutput();
  const file = resolve(target);
  try {
    return openLogFile({ file, maxBytes: LOG_BYTES, keep: LOGS_KEPT });
  } catch (error) {
    throw new PlainFailure(
      `The log cannot be written to ${file} (${error instanceof Error ? error.message : String(error)}); choose another file ` +
        'with --log, or stdout.',
    );
  }
}

/** The server's log; `LOG_LEVEL` says how much is in it. @param target a file, or `stdout`. @throws PlainFailure */
export function openLogger(target: string): Logger {
  return pino({ level: process.env['LOG_LEVEL'] ?? 'info' }, openSink(target));
}
