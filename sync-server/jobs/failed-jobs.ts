import { sql } from 'kysely';
import type { FailedJobPage, FailedJobQuery } from '../../domain/office/job-protocol.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type Actor, logAction } from '../access/actor.ts';

/** The jobs that were given up, the newest first. */
export async function listFailedJobs(db: Db, { after, limit }: FailedJobQuery): Promise<FailedJobPage> {
  const before = /^\d{1,15}$/.test(after ?? '') ? Number(after) : Number.MAX_SAFE_INTEGER;
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'kind', 'key', 'payload', 'attempts', 'error', 'run_at'])
    .where('state', '=', 'dead')
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ run_at, ...job }) => ({ ...job, at: run_at.toISOString() })),
    next: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

/** Lets jobs that were given up begin anew, now. One that waits with the same key takes its place. @returns those that were there. */
export function retryJobs(db: Db, ids: readonly number[], by: Actor): Promise<number[]> {
  return transact(db, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      with given as (delete from jobs where id = any(${ids}::bigint[]) and state = 'dead' returning id, kind, key, payload),
      made as (
        insert into jobs (kind, key, payload) select kind, key, payload from given order by kind, key
        on conflict (kind, key) where state = 'waiting' do update set run_at = excluded.run_at, attempts = 0
      )
      select id from given order by id`.execute(tx);
    for (const { id } of rows) await logAction(tx, by, { code: 'job.retry', subject: String(id) });
    return rows.map(({ id }) => id);
  });
}

/** Deletes jobs that were given up. @returns those that were there. */
export function discardJobs(db: Db, ids: readonly number[], by: Actor): Promise<number[]> {
  return transact(db, async (tx) => {
    const rows = await tx
      .deleteFrom('jobs')
      .where(sql<boolean>`id = any(${ids}::bigint[])`)
      .where('state', '=', 'dead')
      .returning(['id', 'kind'])
      .execute();
    rows.sort((a, b) => a.id - b.id);
    for (const { id, kind } of rows) await logAction(tx, by, { code: 'job.discard', subject: String(id), before: { kind } });
    return rows.map(({ id }) => id);
  });
}
