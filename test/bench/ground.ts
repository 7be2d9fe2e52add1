import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Db } from '../../sync-server/db/database.ts';
import { type DatabaseOptions, openDatabase } from '../../sync-server/db/open-database.ts';
import type { TestPostgres } from '../tools/postgres.ts';

/** A kind of database that is filled once and copied for every run. */
export interface Ground {
  readonly name: string;
  fill(work: (db: Db) => Promise<void>): Promise<void>;
  /** Makes a fresh copy of the filled one; it is not open yet. */
  copy(): Promise<DatabaseOptions>;
}

async function fillAt(options: DatabaseOptions, work: (db: Db) => Promise<void>): Promise<void> {
  const database = await openDatabase(options);
  await work(database.db);
  await database.close();
}

/** The embedded database, on disk. @param folder where it and its copies lie. */
export function onPGlite(folder: string): Ground {
  const filled = join(folder, 'filled');
  let copies = 0;
  return {
    name: 'on PGlite',
    fill: (work) => fillAt({ dataDir: filled }, work),
    copy: async () => {
      const dataDir = join(folder, `copy-${(copies += 1)}`);
      await cp(join(filled, 'pglite'), join(dataDir, 'pglite'), { recursive: true });
      return { dataDir };
    },
  };
}

/** A PostgreSQL with a real fsync. */
export function onPostgres(server: Pick<TestPostgres, 'url' | 'createDatabase'>): Ground {
  let filled = '';
  let copies = 0;
  return {
    name: 'on PostgreSQL',
    fill: async (work) => {
      filled = await server.createDatabase();
      await fillAt({ databaseUrl: filled }, work);
    },
    copy: async () => {
      const template = new URL(filled).pathname.slice(1);
      const name = `${template}_${(copies += 1)}`;
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create database ${name} template ${template}`);
      // So that no checkpoint of the copy falls into what is measured.
      await client.query('checkpoint');
      await client.end();
      const own = new URL(filled);
      own.pathname = `/${name}`;
      return { databaseUrl: own.href };
    },
  };
}
