import { openDatabase, type OpenDatabase } from '../../sync-server/db/open-database.ts';
import { startPostgres } from '../tools/postgres.ts';
import { fillScalePool, type ScalePool } from './scale-pool.ts';

/** Does something on a PostgreSQL of its own that holds a company of this size, and is gone afterwards. */
export async function withScaleDatabase<T>(pool: ScalePool, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const postgres = await startPostgres();
  const database = await openDatabase({ databaseUrl: await postgres.createDatabase() });
  try {
    await fillScalePool(database.db, pool);
    return await work(database);
  } finally {
    await database.close();
    await postgres.stop();
  }
}
