import { sql } from 'kysely';
import { z } from 'zod';
import type { Operation } from '../../domain/registry/operations.ts';
import { shiftClosed } from '../../domain/shift/operations.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { Tx } from '../db/database.ts';
import { defineJob, type NewJob } from '../jobs/define-job.ts';
import { summarizeStored } from './summarize-stored.ts';

/** Goes up when summaries hold something else: those of before are not read, and are made anew at night. */
export const SUMMARY_VERSION = 3;

/** Shifts that are added up in one transaction: some hundred sales each. */
const PAGE = 10;

interface ClosedShift {
  readonly shift: Shift;
  readonly timezone: string;
}

async function store(tx: Tx, { shift, timezone }: ClosedShift): Promise<void> {
  const { summary, watched } = await summarizeStored(tx, shift, timezone);
  await sql`
    insert into shift_reports (shift_id, version, summary, watched)
    values (${shift.id}, ${SUMMARY_VERSION}, ${JSON.stringify(summary)}::jsonb, ${JSON.stringify(watched)}::jsonb)
    on conflict (shift_id) do update set version = excluded.version, summary = excluded.summary, watched = excluded.watched`.execute(tx);
}

/** Stores what a shift came to, once it is closed: it changes no more. */
export const summarizeShiftJob = defineJob({
  kind: 'summarize_shift',
  schema: z.strictObject({ shiftId: z.string() }),
  async run(tx, { shiftId }) {
    const { rows } = await sql<ClosedShift>`
      select s.body as shift, l.timezone from shifts s join locations l on l.id = s.store_id
      where s.id = ${shiftId} and s.is_closed`.execute(tx);
    for (const one of rows) await store(tx, one);
    return { changed: 0 };
  },
});

/** Every night: stores what is still missing, of before there were reports or of another version. */
export const summarizeShiftsJob = defineJob({
  kind: 'summarize_shifts',
  schema: z.strictObject({}),
  recurs: { daily: '40 3 * * *', payload: {} },
  async run(tx) {
    const { rows } = await sql<ClosedShift>`
      select s.body as shift, l.timezone from shifts s join locations l on l.id = s.store_id
        left join shift_reports r on r.shift_id = s.id and r.version = ${SUMMARY_VERSION}
      where s.is_closed and r.shift_id is null order by s.id limit ${PAGE}`.execute(tx);
    for (const one of rows) await store(tx, one);
    return { changed: 0, ...(rows.length === PAGE && { next: { inMs: 0, payload: {} } }) };
  },
});

/** The jobs that follow from operations: one for each shift that was closed. */
export function summaryJobs(operations: readonly Operation[]): NewJob[] {
  return operations.flatMap((one) =>
    shiftClosed.is(one) && one.shiftId !== null ? [summarizeShiftJob.make(one.shiftId, { shiftId: one.shiftId })] : [],
  );
}

/** Forgets what a shift came to, since an entry of it can be read now, and adds it up again. */
export async function summaryAgain(tx: Tx, { shiftId }: Operation): Promise<NewJob[]> {
  if (shiftId === null) return [];
  const { numDeletedRows } = await tx.deleteFrom('shift_reports').where('shift_id', '=', shiftId).executeTakeFirst();
  return numDeletedRows > 0n ? [summarizeShiftJob.make(shiftId, { shiftId })] : [];
}
