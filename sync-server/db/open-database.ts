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
  /** A file with a dump of PGlite that a database in memory begins from, which saves making its tables. For tests. */
  readonly template?: string | undefined;
  /** The most connections to PostgreSQL at once. */
  readonly poolSize?: number | undefined;
  /** Told of what goes wrong in the background: a broken idle connection, a checkpoint that failed. */
  readonly onError?: (error: Error) => void;
  /** Told when another process has taken the folder of the embedded database, which is closed then. */
  readonly onLost?: (error: Error) => void;
  /** Told of every statement, for measuring and for finding slow ones. */
  readonly onStatement?: Logger;
}

export interface OpenDatabase {
  readonly db: Db;
  readonly kind: 'pglite' | 'postgres';
  /** The folder of the embedded database, where there is one. */
  readonly dataDir: string | undefined;
  /** The connection string, where there is one: a listener of notifications needs a connection of its own. */
  readonly databaseUrl: string | undefined;
  close(): Promise<void>;
}

/**
 * Opens the database and brings its tables up to date.
 * @throws FolderInUse when another process has the folder; whatever the database says when it cannot be reached.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, template, poolSize, onError = () => undefined, onLost = onError, onStatement } = options;
  const opened =
    databaseUrl === undefined
      ? await openPGlite({ dataDir, template, onError, onLost, onStatement })
      : openPostgres({ databaseUrl, poolSize, onError, onStatement });
  try {
    await migrate(opened.db);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return {
    ...opened,
    kind: databaseUrl === undefined ? 'pglite' : 'postgres',
    databaseUrl,
    dataDir: databaseUrl === undefined ? dataDir : undefined,
  };
}
