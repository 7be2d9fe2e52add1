import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { readSample } from '../sample/read-sample.ts';
import { loadSample, NO_SAMPLE } from './load-sample.ts';
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

export interface CompanyWish {
  /** Start the sample company over. */
  readonly reset: boolean;
  /** Told before the sample company is written. */
  readonly onFill: () => void;
  /** Told that the database stays empty, because there is no sample company in this installation. */
  readonly onNoSample: () => void;
}

/**
 * Sees to it that there is a company: what is there stays as it is; an empty database, or one whose sample was broken
 * off while it was written, gets the sample company.
 * @throws PlainFailure when `reset` would throw away a company that is not the sample, or there is no sample to start over.
 */
export async function prepareCompany(db: Db, { reset, onFill, onNoSample }: CompanyWish): Promise<void> {
  const { state } = await readSample(db);
  if (reset && state === 'none' && !(await isEmpty(db))) {
    throw new PlainFailure(
      'This database holds a company that is not the sample; --reset leaves it alone, empty the database yourself if you mean it.',
    );
  }
  const startsOver = reset || state === 'filling';
  if (!startsOver && (state === 'filled' || !(await isEmpty(db)))) return;
  const sample = await loadSample(() => import('../sample/fill-sample-company.ts'));
  if (sample === null) {
    if (startsOver) throw new PlainFailure(NO_SAMPLE);
    onNoSample();
    return;
  }
  if (startsOver) await emptyDatabase(db);
  onFill();
  await sample.fillSampleCompany(db);
}
