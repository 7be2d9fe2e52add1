import { join } from 'node:path';
import { Kysely, type Logger, PGliteDialect, sql } from 'kysely';
import type { Database, Db } from './database.ts';
import { lockFolder } from './lock-folder.ts';
import { PGliteClient } from './pglite-client.ts';

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

/**
 * Opens PGlite in a thread of its own.
 * @param dataDir a folder that this process takes for itself; without one the database is in memory, for tests.
 * @param onError told of what goes wrong in the background.
 * @param onStatement told of every statement.
 * @throws FolderInUse
 */
export async function openPGlite(
  dataDir: string | undefined,
  onError: (error: Error) => void,
  onStatement?: Logger,
): Promise<{ readonly db: Db; close(): Promise<void> }> {
  const lost = new AbortController();
  const onLost = (error: Error): void => {
    onError(error);
    lost.abort();
  };
  const release = dataDir === undefined ? undefined : await lockFolder(dataDir, onLost);
  const client = new PGliteClient(dataDir === undefined ? null : join(dataDir, 'pglite'));
  // Another process may have the folder by then; going on would lose its data and ours.
  lost.signal.addEventListener('abort', () => void client.abandon());
  return serve(client, release, onError, onStatement);
}

async function serve(client: PGliteClient, release: (() => Promise<void>) | undefined, onError: (error: Error) => void, onStatement?: Logger) {
  try {
    await client.waitReady;
  } catch (error) {
    await release?.();
    throw error;
  }
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite: client }), ...(onStatement === undefined ? {} : { log: onStatement }) });
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
