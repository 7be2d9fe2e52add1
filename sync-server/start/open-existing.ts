import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type OpenDatabase, openDatabase } from '../db/open-database.ts';
import { PlainFailure } from './plain-failure.ts';

/**
 * Opens the database that a command names, for looking at what is there: a folder that has none is a mistake, and is not made into one.
 * @param data the folder of the embedded database; it does not count where DATABASE_URL names another.
 * @throws PlainFailure
 */
export function openExisting(data: string): Promise<OpenDatabase> {
  const databaseUrl = process.env['DATABASE_URL'] || undefined;
  if (databaseUrl === undefined && !existsSync(resolve(data)))
    throw new PlainFailure(`There is no database in ${resolve(data)}; name its folder with --data, or a PostgreSQL by DATABASE_URL.`);
  return openDatabase({ databaseUrl, dataDir: resolve(data) });
}
