import { type OpenDatabase, openDatabase } from '../../../sync-server/db/open-database.ts';
import { createDatabase } from '../../tools/test-database.ts';

/** The databases every contract suite runs on: `describe.each(databases)('…on %s', (_name, open) => …)`. Each opens an empty one. */
export const databases: readonly (readonly [string, () => Promise<OpenDatabase>])[] = [
  ['PGlite', () => openDatabase({})],
  ['PostgreSQL', async () => openDatabase({ databaseUrl: await createDatabase() })],
];
