import { sql } from 'kysely';
import type { TillReportAnswer, TillReportQuery } from '../../domain/reports/report-protocol.ts';
import type { ShiftSummary } from '../../domain/reports/shift-summary.ts';
import { addUpShifts } from '../../domain/reports/till-report.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { Db } from '../db/database.ts';
import { SUMMARY_VERSION } from './store-summaries.ts';
import { summarizeStored } from './summarize-stored.ts';

interface Row {
  readonly shift: Shift;
  readonly timezone: string;
  readonly summary: ShiftSummary | null;
}

async function readNames(db: Db, storeId: string): Promise<Pick<TillReportAnswer, 'people' | 'registers'>> {
  const people = await db.selectFrom('associates').select(['id', 'name']).where('store_id', '=', storeId).execute();
  const registers = await db.selectFrom('registers').select(['id', 'prefix']).where('store_id', '=', storeId).execute();
  return {
    people: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    registers: Object.fromEntries(registers.map(({ id, prefix }) => [id, prefix])),
  };
}

/**
 * What a store came to over some business dates: the sum of what was stored of its closed shifts, and of what the journal has of those
 * that are open.
 */
export async function readTillReport(db: Db, storeId: string, { from, to }: TillReportQuery): Promise<TillReportAnswer> {
  const { rows } = await sql<Row>`
    select s.body as shift, l.timezone, r.summary from shifts s join locations l on l.id = s.store_id
      left join shift_reports r on r.shift_id = s.id and r.version = ${SUMMARY_VERSION}
    where s.store_id = ${storeId} and s.business_date between ${from} and ${to}
    order by s.business_date, s.id`.execute(db);
  const summaries: ShiftSummary[] = [];
  for (const { shift, timezone, summary } of rows) {
    summaries.push(summary ?? (await summarizeStored(db, shift, timezone)).summary);
  }
  return { reports: addUpShifts(summaries), ...(await readNames(db, storeId)) };
}
