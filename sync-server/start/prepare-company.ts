import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { fillSampleCompany, readSample } from '../sample/fill-sample-company.ts';
import { PlainFailure } from './plain-failure.ts';

/** Leaves every table as the migrations made it. */
export async function emptyDatabase(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables where schemaname = current_schema() and tablename not like 'kysely%'`.execute(db);
  await sql.raw(`truncate ${rows.map((row) => row.name).join(', ')} restart identity cascade`).execute(db);
}

async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select 1 from company) and not exists (select 1 from locations) and not exists (select 1
      from products) as empty`.execute(db);
  return rows[0]?.empty ?? true;
}

/**
 * Sees to it that there is a company: what is there stays as it is; an empty database, or one whose sample was broken
 * off while it was written, gets the sample company.
 * @param reset start the sample company over.
 * @throws PlainFailure when `reset` would throw away a company that is not the sample.
 */
export async function prepareCompany(db: Db, { reset, onFill }: { readonly reset: boolean; readonly onFill: () => void }): Promise<void> {
  const sample = await readSample(db);
  if (reset && sample.state === 'none' && !(await isEmpty(db))) {
    throw new PlainFailure(
      'This database holds a company that is not the sample; --reset leaves it alone, empty the database yourself if you mean it.',
    );
  }
  if (reset || sample.state === 'filling') await emptyDatabase(db);
  else if (sample.state === 'filled' || !(await isEmpty(db))) return;
  onFill();
  await fillSampleCompany(db);
}
