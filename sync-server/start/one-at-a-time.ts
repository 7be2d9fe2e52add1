import { sql } from 'kysely';
import type { OpenDatabase } from '../db/open-database.ts';

/** Any number that nobody else uses for an advisory lock. */
const START_LOCK = 7_240_303;

/**
 * Does what a start does to the database while no other server does: two that start at once would both fill an empty
 * one. The embedded database has one process only, and no need of it.
 */
export function oneAtATime<T>({ db, kind }: OpenDatabase, work: () => Promise<T>): Promise<T> {
  if (kind === 'pglite') return work();
  return db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(${START_LOCK}::bigint)`.execute(held);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${START_LOCK}::bigint)`.execute(held);
    }
  });
}
