import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { NewJob } from './define-job.ts';

/** Makes jobs, due after some milliseconds. One that already waits with its key stays as it is. Call it last in the transaction. */
export async function makeJobs(tx: Tx, jobs: readonly NewJob[], inMs = 0): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    insert into jobs (kind, key, payload, run_at)
    select j.kind, j.key, j.payload, now() + make_interval(secs => ${inMs / 1000}::float8)
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as j(kind text, key text, payload jsonb) order by j.kind, j.key
    on conflict (kind, key) where state = 'waiting' do nothing`.execute(tx);
}
