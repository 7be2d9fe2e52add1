import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** One process for each folder of user data. */
export interface SingleInstance {
  /** Gives false when another process has the folder. It is told of this one. */
  lock(): boolean;
  /** Resolves when the other process has been told. */
  readonly told: Promise<void>;
  release(): void;
}

export function singleInstance(userData: string, onSecond: (commandLine: readonly string[]) => void): SingleInstance {
  const file = join(userData, 'simulated-instance');
  const socket = `${file}.socket`;
  let holds = false;
  let told = Promise.resolve();
  return {
    get told() {
      return told;
    },
    lock() {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx' });
      } catch {
        if (isRunning(Number(readFileSync(file, 'utf8')))) {
          told = new Promise((resolve) => {
            const first = connect(socket, () => first.end(JSON.stringify(process.argv)));
            first.on('error', () => resolve()).on('close', () => resolve());
          });
          return false;
        }
        // Whoever held it was killed.
        writeFileSync(file, String(process.pid));
      }
      holds = true;
      rmSync(socket, { force: true });
      createServer((second) => {
        let text = '';
        second.on('data', (chunk) => (text += chunk.toString()));
        second.on('end', () => onSecond(JSON.parse(text) as string[]));
      })
        .listen(socket)
        .unref();
      return true;
    },
    release() {
      if (!holds) return;
      rmSync(socket, { force: true });
      rmSync(file, { force: true });
    },
  };
}
