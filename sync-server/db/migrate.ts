import { Migrator } from 'kysely/migration';
import type { Db } from './database.ts';
import * as first from './migrations/0001-first.ts';
import * as poolLives from './migrations/0002-pool-lives.ts';
import * as exceptions from './migrations/0003-exceptions.ts';

/**
 * Brings the tables up to date. Several processes may call it at once: the migrator holds a lock.
 * @throws what went wrong in a migration; then none of its statements has happened.
 */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ '0001-first': first, '0002-pool-lives': poolLives, '0003-exceptions': exceptions }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The tables could not be brought up to date.');
}
