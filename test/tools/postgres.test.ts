import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { findPostgres } from './postgres-binaries.ts';
import { startPostgres } from './postgres.ts';

// Making a cluster takes seconds, and several times that on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 90_000 });

async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

describe.each(['machine', 'npm'])('a PostgreSQL from %s', (from) => {
  it('starts with fsync on, gives databases of their own, and leaves nothing behind', async () => {
    const server = await startPostgres(from === 'npm' ? findPostgres('npm') : findPostgres());
    try {
      expect(await ask(server.url, 'SHOW fsync')).toEqual({ fsync: 'on' });
      const [one, two] = [await server.createDatabase(), await server.createDatabase()];
      await ask(one, 'CREATE TABLE mark (id int)');
      expect(await ask(two, "SELECT to_regclass('mark') AS mark")).toEqual({ mark: null });
      expect(await ask(one, "SELECT to_regclass('mark')::text AS mark")).toEqual({ mark: 'mark' });
    } finally {
      await server.stop();
    }
    expect(existsSync(server.folder)).toBe(false);
    await expect(ask(server.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });
});

it('crashes, and finds what was committed when it is started again', async () => {
  const server = await startPostgres();
  try {
    await ask(server.url, 'CREATE TABLE mark (id int)');
    for (const round of [1, 2]) {
      await server.crash();
      await expect(ask(server.url, 'SELECT 1'), `round ${round}`).rejects.toThrow(/ECONNREFUSED/);
      await server.restart();
      expect(await ask(server.url, "SELECT to_regclass('mark')::text AS mark")).toEqual({ mark: 'mark' });
    }
  } finally {
    await server.stop();
  }
  expect(existsSync(server.folder)).toBe(false);
});

it('stops the server of a run that was killed', async () => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const tool = new URL('./postgres.ts', import.meta.url).href;
  const program =
    `const s = await (await import(${JSON.stringify(tool)})).startPostgres(); console.log(JSON.stringify([s.pid, s.folder])); ` +
    'setInterval(() => {}, 1000)';
  const run = spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(run.stdout), 'line')) as [string];
  const [pid, folder] = JSON.parse(line) as [number, string];
  expect(existsSync(folder)).toBe(true);
  run.kill('SIGKILL');
  await expect.poll(() => isAlive(pid) || existsSync(folder), { timeout: 15_000, interval: 50 }).toBe(false);
});

it('says in one sentence what is wrong with a folder that holds no server', () => {
  expect(() => findPostgres('/nowhere')).toThrow('OUTPOST_TEST_POSTGRES names /nowhere, which holds no postgres and initdb.');
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
