import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import type { Job } from './define-job.ts';

/** A job that this server has taken. */
export interface Taken {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  /** How often it was tried, this attempt included. With the id it names the attempt: nobody ends another's. */
  readonly attempts: number;
}

/**
 * Takes the job of these kinds that has been due for longest; one whose server is gone is due again. Counts the attempt.
 * @param leaseMs for so long others leave it alone, beside the time that a call may take.
 * @returns null when none is due.
 */
export function takeJob(db: Db, jobs: readonly Job[], leaseMs: number): Promise<Taken | null> {
  const kinds = jobs.map(({ kind, work }) => ({ kind, lease: (leaseMs + (work.where === 'outside' ? work.timeoutMs : 0)) / 1000 }));
  return transact(db, async (tx) => {
    const { rows } = await sql<Taken>`
      with due as materialized (
        select j.id, k.lease from jobs j join jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as k(kind text, lease float8)
          on k.kind = j.kind
        where j.state in ('waiting', 'running') and j.run_at <= now() order by j.run_at, j.id limit 1 for update of j skip locked
      )
      update jobs set state = 'running', attempts = jobs.attempts + 1, run_at = now() + make_interval(secs => due.lease),
        error = case when jobs.state = 'running' then 'server_gone' else jobs.error end
      from due where jobs.id = due.id
      returning jobs.id, jobs.kind, jobs.key, jobs.payload, jobs.attempts`.execute(tx);
    return rows[0] ?? null;
  });
}

/**
 * Locks a job that was taken, until the transaction ends. It waits: another server that looks for jobs may have locked the row for a
 * moment, and who skipped it then would leave the job until its lease ends.
 * @returns whether it is still this server's.
 */
export async function holdJob(tx: Tx, { id, attempts }: Taken): Promise<boolean> {
  const held = await tx
    .selectFrom('jobs')
    .select('id')
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst();
  return held !== undefined;
}
