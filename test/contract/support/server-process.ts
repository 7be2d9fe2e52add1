import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tools/free-port.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const PROGRAM = ['--import', 'tsx', 'sync-server/cli/start.ts', '--no-open', '--no-build', '--no-devices'];

/** One instance of the sync server in a process of its own, as `npm start` starts it. */
export interface ServerProcess {
  readonly url: string;
  /** Starts it, or starts it again at the same address; resolves when it is ready. */
  start(): Promise<void>;
  /** Ends it in the middle of whatever it is doing. */
  kill(): Promise<void>;
  /** Asks it to end, and gives its exit code. */
  stop(): Promise<number | null>;
  /** The messages of its log, one object each. */
  log(): Promise<{ readonly level: number; readonly msg: string }[]>;
  /** Kills it if it runs, and removes what it has left. */
  close(): Promise<void>;
}

/** Makes an instance that works on a PostgreSQL; it does not run yet. */
export async function serverProcess(databaseUrl: string): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-server-'));
  const port = await freePort();
  let child: ChildProcess | undefined;

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exit = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await exit)[0];
  }

  return {
    url: `http://127.0.0.1:${port}`,
    async start() {
      const started = spawn(process.execPath, [...PROGRAM, '--port', String(port), '--data', folder, '--log', join(folder, 'server.log')], {
        cwd: root,
        env: { ...process.env, DATABASE_URL: databaseUrl },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      let errors = '';
      started.stderr.on('data', (text) => (errors += String(text)));
      const said = createInterface(started.stdout);
      await new Promise<void>((resolve, reject) => {
        said.on('line', (line) => line.startsWith('Outpost is ready') && resolve());
        started.on('exit', () => reject(new Error(`The server ended before it was ready: ${errors}`)));
      });
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    async log() {
      const text = await readFile(join(folder, 'server.log'), 'utf8');
      // A process that was killed may have left its last line unfinished.
      return text.split('\n').flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as { level: number; msg: string }] : []));
    },
    async close() {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
