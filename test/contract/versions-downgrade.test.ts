import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { WrittenByNewerApp } from '../../src-renderer/storage/device-format.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { journalKey } from '../../src-renderer/storage/register-database.ts';
import { startRegister } from '../../src-renderer/register/register.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { DatabaseIsNewer } from '../../sync-server/db/migrate.ts';
import { type DatabaseOptions, openDatabase } from '../../sync-server/db/open-database.ts';
import { openPGlite } from '../../sync-server/db/open-pglite.ts';
import { openPostgres } from '../../sync-server/db/open-postgres.ts';
import { operationOf } from '../support/examples.ts';
import { memoryDisk } from '../support/memory-databases.ts';
import { createDatabase, ofThisRun } from '../tools/test-database.ts';
import { fillSyncPool } from './support/sync-pool.ts';
import { longTest } from '../support/long-test.ts';
import { freePort } from '../tools/free-port.ts';

const FUTURE = '9999-from-the-future';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-newer-'));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Everything that stands in the tables, and which tables there are. */
async function contents(db: Db): Promise<unknown[]> {
  const { rows: tables } = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const all: unknown[] = [];
  for (const { name } of tables) {
    const { rows } = await sql`select to_jsonb(t) as row from ${sql.table(name)} t order by to_jsonb(t)::text`.execute(db);
    all.push([name, rows]);
  }
  return all;
}

/** Looks into a database as it is, without bringing it up to date. */
async function lookInto<T>({ databaseUrl, dataDir }: DatabaseOptions, look: (db: Db) => Promise<T>): Promise<T> {
  const silent = () => undefined;
  const opened =
    databaseUrl === undefined
      ? await openPGlite({ dataDir, onError: silent, onLost: silent })
      : openPostgres({ databaseUrl, onError: silent });
  try {
    return await look(opened.db);
  } finally {
    await opened.close();
  }
}

describe.each(
  ofThisRun<readonly [string, () => Promise<DatabaseOptions>]>([
    ['PGlite', () => Promise.resolve({ dataDir: join(folder, 'data') })],
    ['PostgreSQL', async () => ({ databaseUrl: await createDatabase() })],
  ]),
)('a database on %s that a newer server has used', (_name, choose) => {
  longTest('is refused in one sentence, with exit code 1, and left as it is', { timeout: 120_000 }, async () => {
    const options = await choose();
    await (await openDatabase(options)).close();
    const before = await lookInto(options, async (db) => {
      await fillSyncPool(db);
      await sql`insert into kysely_migration (name, timestamp) values (${FUTURE}, ${new Date().toISOString()})`.execute(db);
      return contents(db);
    });
    await expect(openDatabase(options)).rejects.toThrow(DatabaseIsNewer);

    const env = { ...process.env, DATABASE_URL: options.databaseUrl ?? '' };
    const args = [
      '--import',
      'tsx',
      'sync-server/cli/start.ts',
      '--no-open',
      '--no-build',
      '--port',
      String(await freePort()),
      '--data',
      options.dataDir ?? join(folder, 'keys'),
    ];
    const child = spawn(process.execPath, args, { cwd: fileURLToPath(new URL('../../', import.meta.url)), env });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, errors]).toEqual([
      1,
      `A newer version of Outpost has used this database (its step ${FUTURE} is not known here); start that version or a ` +
        `newer one. Nothing was changed.\n`,
    ]);

    const after = await lookInto(options, contents);
    expect(after).toEqual(before);
  });
});

describe('a journal that a newer app has written', () => {
  it('[J6] is refused before anything is touched, and nothing of it is pushed', async () => {
    const databases = await memoryDisk().open('R1');
    const operation = {
      ...operationOf({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 0 } }),
      version: OPERATION_VERSION + 1,
    };
    await databases.journal.insert({ key: journalKey(1), operation });
    const inAll = async () =>
      [await databases.journal.find().exec(), await databases.replica.find().exec(), await databases.device.find().exec()].map((found) =>
        found.map((one) => [one.primary, one.revision]),
      );
    const before = await inAll();
    const asked: string[] = [];
    const client = new Proxy(serverClient('', ''), {
      get: (_client, method) => () => {
        asked.push(String(method));
        return Promise.reject(new Error('cut'));
      },
    });
    const starting = startRegister({
      identity: { registerId: 'R1', storeId: 'S1', storeName: 'Store', prefix: 'A1' },
      journal: databases.journal,
      replica: databases.replica,
      notes: deviceNotes(databases.device, () => undefined),
      client,
      mirror: () => undefined,
      onError: () => undefined,
      now: () => 0,
      random: () => 0,
    });
    await expect(starting).rejects.toThrow(WrittenByNewerApp);
    expect(asked).toEqual([]);
    expect(await inAll()).toEqual(before);
    await databases.close();
  });
});
