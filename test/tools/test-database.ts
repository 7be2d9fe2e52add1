import { inject } from 'vitest';
import { createDatabaseOn } from './postgres.ts';

/** Makes an empty database on the shared PostgreSQL of the contract tests and gives its connection string. */
export function createDatabase(): Promise<string> {
  return createDatabaseOn(inject('postgresUrl'));
}
