import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface LogOptions {
  readonly file: string;
  /** From this size on (bytes) a new file is begun. */
  readonly maxBytes: number;
  /** How many older files are kept beside it, as `FILE.1` (the newest) and so on. */
  readonly keep: number;
}

/** As much of a stream as a logger needs. */
export interface LogSink {
  write(line: string): void;
}

/** The line that says what is missing, as JSON like the others. */
function gapLine(lost: number, reason: string): string {
  const msg = `${lost} lines of the log could not be written: ${reason}`;
  return `${JSON.stringify({ level: 40, time: Date.now(), pid: process.pid, msg })}\n`;
}

/**
 * A log file that is replaced before it grows without end, and whose failures end nobody: what cannot be written is
 * counted, and the count is written as soon as there is room again.
 * @throws the file system's error when the file cannot be opened at the start.
 */
export function openLogFile({ file, maxBytes, keep }: LogOptions): LogSink {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let handle = openSync(file, 'a', 0o600);
  let size = fstatSync(handle).size;
  let lost = 0;
  let reason = '';
  let torn = false;

  const rotate = (): void => {
    for (let number = keep - 1; number >= 1; number -= 1) {
      try {
        renameSync(`${file}.${number}`, `${file}.${number + 1}`);
      } catch {
        // It is not there yet.
      }
    }
    renameSync(file, `${file}.1`);
    const next = openSync(file, 'a', 0o600);
    closeSync(handle);
    handle = next;
    size = 0;
  };

  const append = (text: string): void => {
    const bytes = Buffer.from(torn ? `\n${text}` : text);
    const written = writeSync(handle, bytes);
    size += written;
    torn = written > 0 && written < bytes.length;
    // A disk that fills up in the middle of a line takes the first part of it.
    if (written < bytes.length) throw new Error('there is no space left on the disk');
  };

  return {
    write(line) {
      try {
        if (size >= maxBytes) rotate();
        if (lost > 0) append(gapLine(lost, reason));
        lost = 0;
        append(line);
      } catch (error) {
        lost += 1;
        reason = error instanceof Error ? error.message : String(error);
      }
    },
  };
}

/** Standard output as a log. A reader that is gone ends nobody. */
export function standardOutput(): LogSink {
  process.stdout.on('error', () => undefined);
  return { write: (line) => void process.stdout.write(line) };
}
