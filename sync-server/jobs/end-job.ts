import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { companyZone } from '../settings/company-zone.ts';
import { backOffMs, mostAttempts } from './back-off.ts';
import type { Job, JobOutcome } from './define-job.ts';
import { makeJobs } from './make-jobs.ts';
import { nextOccurrence } from './next-occurrence.ts';
import { holdJob, type Taken } from './take-job.ts';

/** Makes the next one of a job that recurs. */
export async function makeNext(tx: Tx, { kind, recurs }: Job, next?: JobOutcome['next']): Promise<void> {
  if (recurs === null) return;
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(tx);
  const zone = 'daily' in recurs ? await companyZone(tx) : 'UTC';
  const { key, inMs } = nextOccurrence(recurs, rows[0]?.now ?? new Date(), zone);
  await makeJobs(tx, [{ kind, key, payload: next?.payload ?? recurs.payload }], next?.inMs ?? inMs);
}

/** Ends a job, in the transaction of its effect. */
export async function endJob(tx: Tx, job: Job, taken: Taken, next?: JobOutcome['next']): Promise<void> {
  await tx.deleteFrom('jobs').where('id', '=', taken.id).execute();
  await makeNext(tx, job, next);
}

/** What became of a job after an attempt that failed. */
export interface FailedAttempt {
  readonly givenUp: boolean;
  /** How much was written that others must hear of. */
  readonly changed: number;
}

/**
 * Puts a job off after an attempt that failed, or gives it up after the last one. One that waits with the same key meanwhile takes its
 * place.
 * @param isFinal whether another attempt would end the same: it is given up now.
 * @returns whether it was given up; null when it was another server's by then.
 */
export function failJob(db: Db, job: Job, taken: Taken, error: string, isFinal: boolean): Promise<FailedAttempt | null> {
  const givenUp = isFinal || taken.attempts >= mostAttempts(job.work.where);
  const row = { ...taken, error, payload: JSON.stringify(taken.payload), waitMs: backOffMs(taken.attempts, Math.random()) };
  return transact(db, async (tx) => {
    if (!(await holdJob(tx, taken))) return null;
    await tx.deleteFrom('jobs').where('id', '=', taken.id).execute();
    if (givenUp) {
      await sql`
        insert into jobs (kind, key, payload, state, attempts, error)
        values (${row.kind}, ${row.key}, ${row.payload}::jsonb, 'dead', ${row.attempts}::int, ${error})
        on conflict (kind, key) where state = 'dead' do update set payload = excluded.payload, run_at = excluded.run_at,
          attempts = excluded.attempts, error = excluded.error`.execute(tx);
      await makeNext(tx, job);
      const { work } = job;
      return { givenUp, changed: work.where === 'outside' ? await work.givenUp(tx, taken.payload, error) : 0 };
    }
    await sql`
        insert into jobs (kind, key, payload, run_at, attempts, error)
        values (${row.kind}, ${row.key}, ${row.payload}::jsonb, now() + make_interval(secs => ${row.waitMs / 1000}::float8),
          ${row.attempts}::int, ${error})
        on conflict (kind, key) where state = 'waiting' do update set run_at = greatest(jobs.run_at, excluded.run_at),
          attempts = greatest(jobs.attempts, excluded.attempts), error = excluded.error`.execute(tx);
    return { givenUp, changed: 0 };
  });
}
