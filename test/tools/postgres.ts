import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { findPostgres, materialize, type PostgresSource } from './postgres-binaries.ts';
import { freePort } from './free-port.ts';

/** A running PostgreSQL of this test run alone: on 127.0.0.1, trusting, with a real fsync. */
export interface TestPostgres {
  /** Connection string of the maintenance database. */
  readonly url: string;
  readonly port: number;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** The folder that holds everything; gone after `stop`. */
  readonly folder: string;
  /** Makes an empty database and gives its connection string. */
  createDatabase(): Promise<string>;
  /** Kills the server and all its processes with SIGKILL; what it had written stays. */
  crash(): Promise<void>;
  /** Starts it again after a crash, on the same folder and port; resolves when it accepts connections. */
  restart(): Promise<void>;
  /** Stops the server, closes open connections and removes its folder. */
  stop(): Promise<void>;
}

type Owner = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root, so root lends it another user's id. */
async function chooseOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return { uid: Number(user?.[2] ?? 65534), gid: Number(user?.[3] ?? 65534) };
}

/** Makes an empty database on the server at `url` and gives the connection string of the new one. */
export async function createDatabaseOn(url: string): Promise<string> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

/**
 * Starts a PostgreSQL in a temporary folder. It ends with `stop`, or with this process, however that ends.
 * @param source which binaries; by default the machine's own, else npm's
 */
export async function startPostgres(source: PostgresSource = findPostgres()): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-pg-'));
  const keeper = hireKeeper(folder);
  const stop = async () => {
    if (keeper.exitCode !== null || keeper.signalCode !== null) return;
    keeper.ref();
    keeper.stdin.end();
    await once(keeper, 'exit');
  };
  try {
    const owner = await chooseOwner();
    const bin = await materialize(source, folder);
    const data = join(folder, 'data');
    await mkdir(data);
    if (owner.uid !== undefined) for (const path of [folder, data]) await chown(path, owner.uid, owner.gid);
    const port = await freePort();
    const { pid, ask } = await launch(keeper, {
      owner,
      initdb: { program: join(bin, 'initdb'), args: clusterArguments(data) },
      postgres: { program: join(bin, 'postgres'), args: serverArguments(data, port) },
    });
    const url = `postgres://outpost@127.0.0.1:${port}/postgres`;
    const crash = async (): Promise<void> => {
      await ask('crash');
    };
    const restart = async (): Promise<void> => {
      const answer = await ask('restart');
      if (!('ready' in answer) || !answer.ready) throw new Error(`PostgreSQL did not start again: ${JSON.stringify(answer)}`);
    };
    return { url, port, pid, folder, createDatabase: () => createDatabaseOn(url), crash, restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function clusterArguments(data: string): string[] {
  return ['-D', data, '-U', 'outpost', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
}

function serverArguments(data: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '200',
    shared_buffers: '128MB',
    fsync: 'on',
    synchronous_commit: 'on',
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
}

/** A program and its arguments. */
interface Command {
  program: string;
  args: string[];
}

/** Starts the process that outlives this one by as long as it takes to clean up. */
function hireKeeper(folder: string): ChildProcessWithoutNullStreams {
  const script = fileURLToPath(new URL('./postgres-keeper.mjs', import.meta.url));
  return spawn(process.execPath, [script, folder], { detached: true });
}

type Answer = { ready: true; pid: number } | { ready: false; log: string } | { crashed: true };

interface Launched {
  readonly pid: number;
  /** Says something to the keeper and gives its answer. */
  ask(word: 'crash' | 'restart'): Promise<Answer>;
}

/** Hands the keeper its job; resolves once the server accepts connections. */
async function launch(
  keeper: ChildProcessWithoutNullStreams,
  job: { owner: Owner; initdb: Command; postgres: Command },
): Promise<Launched> {
  const lines = createInterface(keeper.stdout);
  const ask = async (line: string): Promise<Answer> => {
    const answered = once(lines, 'line') as Promise<[string]>;
    keeper.stdin.write(`${line}\n`);
    return JSON.parse((await answered)[0]) as Answer;
  };
  const answer = await ask(JSON.stringify(job));
  if (!('pid' in answer)) throw new Error(`PostgreSQL did not start: ${'log' in answer ? answer.log : ''}`);
  // A run that forgets `stop` must still be able to end; the closing pipe then stops the server.
  keeper.unref();
  for (const pipe of [keeper.stdin, keeper.stdout, keeper.stderr]) {
    if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  }
  return { pid: answer.pid, ask };
}
