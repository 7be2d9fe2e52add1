import { Kysely, type Logger, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Db } from './database.ts';

const INT8 = 20;

/** bigint as a number: every bigint here stays a safe integer. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? (Number as never) : (pg.types.getTypeParser(oid, format as 'text') as never),
};

/**
 * Opens a pool of connections to PostgreSQL.
 * @param databaseUrl a connection string.
 * @param onError told when an idle connection breaks; the pool replaces it, and without a listener the process would end.
 * @param onStatement told of every statement.
 */
export function openPostgres(
  databaseUrl: string,
  onError: (error: Error) => void,
  onStatement?: Logger,
): { readonly db: Db; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20, types, application_name: 'outpost' });
  pool.on('error', onError);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), ...(onStatement === undefined ? {} : { log: onStatement }) });
  return { db, close: () => pool.end() };
}
