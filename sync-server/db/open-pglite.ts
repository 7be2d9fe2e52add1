import { join } from 'node:path';
import { Kysely, type Logger, sql } from 'kysely';
import type { Database, Db } from './database.ts';
import { FolderLost, lockFolder } from './lock-folder.ts';
import { PGliteClient } from './pglite-client.ts';
import { PGliteDialect } from './pglite-dialect.ts';
import { makePrivate } from './private-files.ts';

const CHECKPOINT_EVERY = 60_000;
/** Every so many checkpoints the tables are vacuumed too. */
const CHECKPOINTS_PER_VACUUM = 5;

/** PGlite runs neither checkpoints nor autovacuum by itself: its log and its tables would only grow. */
function keepTidy(db: Db, onError: (error: Error) => void): () => Promise<void> {
  let rounds = 0;
  let lastPosition = '';
  let running: Promise<void> = Promise.resolve();
  const tidy = async (): Promise<void> => {
    const { rows } = await sql<{ position: string }>`select pg_current_wal_insert_lsn()::text as position`.execute(db);
    const position = rows[0]?.position ?? '';
    if (position === lastPosition) return;
    rounds += 1;
    await sql`checkpoint`.execute(db);
    if (rounds % CHECKPOINTS_PER_VACUUM === 0) await sql`vacuum (analyze)`.execute(db);
    const after = await sql<{ position: string }>`select pg_current_wal_insert_lsn()::text as position`.execute(db);
    lastPosition = after.rows[0]?.position ?? '';
  };
  const timer = setInterval(() => {
    running = running.then(tidy).catch(onError);
  }, CHECKPOINT_EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}

export interface PGliteOptions {
  /** A folder that this process takes for itself; without one the database is in memory, for tests. */
  readonly dataDir?: string | undefined;
  /** A file with a dump for a database in memory to begin from. */
  readonly template?: string | undefined;
  /** Told of what goes wrong in the background. */
  readonly onError: (error: Error) => void;
  /** Told when another process has taken the folder. The database is closed then. */
  readonly onLost: (error: Error) => void;
  /** Told of every statement. */
  readonly onStatement?: Logger | undefined;
}

/**
 * Opens PGlite in a thread of its own.
 * @throws FolderInUse
 */
export async function openPGlite({
  dataDir,
  template,
  onError,
  onLost,
  onStatement,
}: PGliteOptions): Promise<{ readonly db: Db; close(): Promise<void> }> {
  const opened: { client?: PGliteClient; lost?: true } = {};
  const lose = (folder: string): void => {
    if (opened.lost) return;
    opened.lost = true;
    // Going on would lose the other process's data and ours.
    void opened.client?.abandon();
    onLost(new FolderLost(folder));
  };
  if (dataDir === undefined) return serve(new PGliteClient({ dataDir: null, template, onError, onLost }), undefined, onError, onStatement);
  const { fence, release } = await lockFolder(dataDir, () => lose(dataDir));
  opened.client = new PGliteClient({ dataDir: join(dataDir, 'pglite'), fence, onError, onLost: () => lose(dataDir) });
  const served = await serve(opened.client, async () => opened.lost ?? release(), onError, onStatement);
  // A new database comes out of its template open to all.
  await makePrivate(dataDir);
  return served;
}

async function serve(
  client: PGliteClient,
  release: (() => Promise<unknown>) | undefined,
  onError: (error: Error) => void,
  onStatement: Logger | undefined,
) {
  try {
    await client.waitReady;
  } catch (error) {
    await release?.();
    throw error;
  }
  const db = new Kysely<Database>({
    dialect: new PGliteDialect({ pglite: client }),
    ...(onStatement === undefined ? {} : { log: onStatement }),
  });
  const stopTidying = keepTidy(db, onError);
  return {
    db,
    close: async () => {
      await stopTidying();
      await db.destroy();
      // kysely leaves a database alone that it has never asked anything.
      await client.close();
      await release?.();
    },
  };
}
