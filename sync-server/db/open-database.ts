import type { Logger } from 'kysely';
import type { Db } from './database.ts';
import { migrate } from './migrate.ts';
import { openPGlite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';

export interface DatabaseOptions {
  /** The connection string of a PostgreSQL. Wins over `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** The folder of the embedded database. Without it and without `databaseUrl` everything is in memory. */
  readonly dataDir?: string | undefined;
  /** Told of what goes wrong in the background: a broken idle connection, a checkpoint that failed, a lost folder lock. */
  readonly onError?: (error: Error) => void;
  /** Told of every statement, for measuring and for finding slow ones. */
  readonly onStatement?: Logger;
}

export interface OpenDatabase {
  readonly db: Db;
  readonly kind: 'pglite' | 'postgres';
  /** The connection string, where there is one: a listener of notifications needs a connection of its own. */
  readonly databaseUrl: string | undefined;
  close(): Promise<void>;
}

/**
 * Opens the database and brings its tables up to date.
 * @throws FolderInUse when another process has the folder; whatever the database says when it cannot be reached.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, onError = () => undefined, onStatement } = options;
  const opened =
    databaseUrl === undefined ? await openPGlite(dataDir, onError, onStatement) : openPostgres(databaseUrl, onError, onStatement);
  try {
    await migrate(opened.db);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return { ...opened, kind: databaseUrl === undefined ? 'pglite' : 'postgres', databaseUrl };
}
