import { Kysely, type Logger, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Db } from './database.ts';
import { waitForConnection } from './wait-for-connection.ts';

const INT8 = 20;

/** bigint as a number: every bigint here stays a safe integer. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? (Number as never) : (pg.types.getTypeParser(oid, format as 'text') as never),
};

/**
 * How long (milliseconds) a connection, a new one or a free one, is waited for: a request is better refused than kept for
 * ever, but not before a crowd that came at once has had its turn. Registers wait for 30 s.
 */
const CONNECT_WITHIN_MS = 20_000;

/**
 * A server whose machine is gone leaves its transactions open, and with them the locks that everybody else waits for.
 * No transaction here pauses for as long as this (milliseconds) between two statements.
 */
const IDLE_IN_TRANSACTION_MS = 30_000;

/**
 * A pull looks expensive to the planner, who expects the most that it could bring, and takes milliseconds: compiling it first took
 * a tenth of a second and more. No statement here runs for long enough to gain by that.
 */
const NO_JIT = '-c jit=off';

/** The most connections at once unless told otherwise. */
export const POOL_SIZE = 20;

export interface PostgresOptions {
  /** A connection string. */
  readonly databaseUrl: string;
  /** The most connections at once. */
  readonly poolSize?: number | undefined;
  /** Told when a connection breaks, idle or at work; the pool replaces it, and without a listener the process would end. */
  readonly onError: (error: Error) => void;
  /** Told of every statement. */
  readonly onStatement?: Logger | undefined;
}

/** Opens a pool of connections to PostgreSQL. */
export function openPostgres({ databaseUrl, poolSize = POOL_SIZE, onError, onStatement }: PostgresOptions): {
  readonly db: Db;
  close(): Promise<void>;
} {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: poolSize,
    types,
    application_name: 'outpost',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    options: NO_JIT,
  });
  // The pool hears of connections that lie idle only; one that breaks at work, between two statements, tells itself.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => undefined);
  const waiting = waitForConnection(pool, CONNECT_WITHIN_MS);
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: waiting }),
    ...(onStatement === undefined ? {} : { log: onStatement }),
  });
  return { db, close: () => waiting.end() };
}
