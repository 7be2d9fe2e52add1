import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Db } from '../../../sync-server/db/database.ts';
import { migrate } from '../../../sync-server/db/migrate.ts';
import * as first from '../../../sync-server/db/migrations/0001-first.ts';
import { openPGlite } from '../../../sync-server/db/open-pglite.ts';
import { openPostgres } from '../../../sync-server/db/open-postgres.ts';
import type { OpenDatabase } from '../../../sync-server/db/open-database.ts';
import { version1 } from '../../support/version-1.ts';
import { pgliteTemplate } from '../../tools/pglite-template.ts';
import { createDatabase } from '../../tools/test-database.ts';

/** Tables that others refer to come first. */
const FIRST = ['company', 'locations', 'registers', 'products', 'orders', 'order_lines', 'fulfillment_orders'];
const COUNTED = ['stock_movements', 'quarantine'];

/** Writes the rows of version 1 into its tables. */
async function fill(db: Db): Promise<void> {
  const names = [...FIRST, ...Object.keys(version1.pool).filter((name) => !FIRST.includes(name))];
  for (const name of names) {
    const rows = version1.pool[name] ?? [];
    const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(name)} (${columns}) overriding system value
      select ${columns} from jsonb_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
  }
  for (const name of COUNTED) {
    await sql`select setval(pg_get_serial_sequence(${name}, 'id'), (select coalesce(max(id), 0) + 1
      from ${sql.table(name)}), false)`.execute(db);
  }
}

/** Opens the database that a server of version 1 left behind, and brings it up to date as a start does. */
export async function openVersion1Pool(kind: 'pglite' | 'postgres'): Promise<OpenDatabase> {
  const databaseUrl = kind === 'postgres' ? await createDatabase() : undefined;
  const silent = () => undefined;
  const opened =
    databaseUrl === undefined
      ? await openPGlite({ template: await pgliteTemplate('empty'), onError: silent, onLost: silent })
      : openPostgres({ databaseUrl, onError: silent });
  const { error } = await new Migrator({
    db: opened.db,
    provider: { getMigrations: () => Promise.resolve({ '0001-first': first }) },
  }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The tables of version 1 could not be made.');
  await fill(opened.db);
  await migrate(opened.db);
  return { ...opened, kind, databaseUrl, dataDir: undefined };
}
