import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import type { Job } from './define-job.ts';
import { makeNext } from './end-job.ts';

/**
 * Writes which events make jobs of these kinds, and makes the first of those that recur. What is there already stays, and so does
 * what other versions of the server know.
 */
export async function prepareJobs(db: Db, jobs: readonly Job[]): Promise<void> {
  const kinds = jobs.map(({ kind }) => kind);
  const listed = jobs.flatMap(({ kind, on }) => on.map((event) => ({ event, job: kind })));
  await transact(db, async (tx) => {
    await sql`
      with listed as materialized (
        select l.event, l.job from jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) as l(event text, job text)
      ), ended as (
        delete from event_subscriptions s where s.job = any(${kinds}::text[])
          and not exists (select 1 from listed l where l.event = s.event and l.job = s.job)
      )
      insert into event_subscriptions (event, job) select event, job from listed order by event, job on conflict do nothing`.execute(tx);
    const { rows } = await sql<{ kind: string }>`
      select distinct kind from jobs where state in ('waiting', 'running') and kind = any(${kinds}::text[])`.execute(tx);
    const present = new Set(rows.map(({ kind }) => kind));
    for (const job of jobs.filter(({ kind }) => !present.has(kind))) await makeNext(tx, job);
  });
}
