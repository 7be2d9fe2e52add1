import { Migrator, sql } from 'kysely';
import type { Db } from '../../../sync-server/db/database.ts';
import { MIGRATIONS, migrate } from '../../../sync-server/db/migrate.ts';
import { openPGlite } from '../../../sync-server/db/open-pglite.ts';
import { openPostgres } from '../../../sync-server/db/open-postgres.ts';
import type { OpenDatabase } from '../../../sync-server/db/open-database.ts';
import type { OldVersion } from '../../support/old-versions.ts';
import { pgliteTemplate } from '../../tools/pglite-template.ts';
import { createDatabase } from '../../tools/test-database.ts';

/** Tables that others refer to come first. */
const FIRST = ['company', 'locations', 'registers', 'products', 'orders', 'order_lines', 'fulfillment_orders'];

/** Writes the rows of an old version into its tables. */
async function fill(db: Db, { pool }: OldVersion): Promise<void> {
  const names = [...FIRST, ...Object.keys(pool).filter((name) => !FIRST.includes(name))];
  for (const name of names) {
    const rows = pool[name] ?? [];
    if (rows.length === 0) continue;
    const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(name)} (${columns}) overriding system value
      select ${columns} from jsonb_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(rows)}::jsonb)`.execute(db);
    const { rows: counted } = await sql<{ column: string }>`select column_name as "column" from information_schema.columns
      where table_schema = 'public' and table_name = ${name} and is_identity = 'YES'`.execute(db);
    for (const { column } of counted) {
      await sql`select setval(pg_get_serial_sequence(${name}, ${column}), (select coalesce(max(${sql.ref(column)}), 0) + 1
        from ${sql.table(name)}), false)`.execute(db);
    }
  }
}

/**
 * Opens the database that a server of an old version left behind, and brings it up to date as a start does.
 * @param before does something to it before that.
 */
export async function openOldPool(
  old: OldVersion,
  kind: 'pglite' | 'postgres',
  before?: (db: Db) => Promise<unknown>,
): Promise<OpenDatabase> {
  const databaseUrl = kind === 'postgres' ? await createDatabase() : undefined;
  const silent = () => undefined;
  const opened =
    databaseUrl === undefined
      ? await openPGlite({ template: await pgliteTemplate('empty'), onError: silent, onLost: silent })
      : openPostgres({ databaseUrl, onError: silent });
  const { error } = await new Migrator({
    db: opened.db,
    provider: {
      getMigrations: () => Promise.resolve(Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= old.lastMigration))),
    },
  }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The tables of the old version could not be made.');
  await fill(opened.db, old);
  await before?.(opened.db);
  await migrate(opened.db);
  return { ...opened, kind, databaseUrl, dataDir: undefined };
}
