import { sql } from 'kysely';
import { timeZone } from '../../domain/company/settings.ts';
import type { Db } from '../db/database.ts';
import { readSetting } from './read-setting.ts';

/** The time zone that the company names, else that of most active locations; UTC without any. */
export async function companyZone(db: Db): Promise<string> {
  const named = await readSetting(db, timeZone);
  if (named !== '') return named;
  const { rows } = await sql<{ timezone: string }>`
    select timezone from locations where active group by timezone order by count(*) desc, timezone limit 1`.execute(db);
  return rows[0]?.timezone ?? 'UTC';
}
