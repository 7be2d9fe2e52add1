import { inject } from 'vitest';
import { createDatabaseOn } from './postgres.ts';

/** Whether this run has a PostgreSQL; `OUTPOST_TEST_POSTGRES=none` leaves it out. */
export const hasPostgres = inject('postgresUrl') !== null;

/** Makes an empty database on the shared PostgreSQL of the contract tests and gives its connection string. */
export function createDatabase(): Promise<string> {
  const url = inject('postgresUrl');
  if (url === null) throw new Error('This run has no PostgreSQL: guard the suite with hasPostgres.');
  return createDatabaseOn(url);
}

/** The rows of a table of databases that this run has. */
export function ofThisRun<T extends readonly [name: string, ...rest: unknown[]]>(rows: readonly T[]): readonly T[] {
  return hasPostgres ? rows : rows.filter(([name]) => name !== 'PostgreSQL');
}
