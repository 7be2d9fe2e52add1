import { type OpenDatabase, openDatabase } from '../../../sync-server/db/open-database.ts';
import { pgliteTemplate } from '../../tools/pglite-template.ts';
import { createDatabase, ofThisRun } from '../../tools/test-database.ts';

/** Opens an empty PGlite in memory. */
export async function openPool(): Promise<OpenDatabase> {
  return openDatabase({ template: await pgliteTemplate() });
}

/** The databases every contract suite runs on: `describe.each(databases)('…on %s', (_name, open) => …)`. Each opens an empty one. */
export const databases: readonly (readonly [string, () => Promise<OpenDatabase>])[] = ofThisRun([
  ['PGlite', openPool],
  ['PostgreSQL', async () => openDatabase({ databaseUrl: await createDatabase() })],
]);
