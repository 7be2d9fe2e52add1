import { sql } from 'kysely';
import { JOBS } from '../../sync-server/job-list.ts';
import type { Audited } from './audited.ts';

/** Longer than a look for jobs and the time of a server that is gone together. */
const PATIENCE_MS = 60_000;
const DAY_MS = 25 * 3_600_000;

/** Every event has the number behind the one before it, and every resolution that came has its event (rule E1). */
export async function compareEvents({ pool: { db } }: Audited): Promise<string[]> {
  const { rows } = await sql<{ count: number; first: number; last: number; head: number }>`
    select count(*)::int as count, coalesce(min(seq), 1)::bigint as first, coalesce(max(seq), 0)::bigint as last,
      coalesce((select seq from event_head), 0)::bigint as head from events`.execute(db);
  const gaps = rows.filter(({ count, first, last, head }) => count !== last - first + 1 || (count > 0 && last !== head));
  const resolutions = await sql<{ id: string; events: number }>`
    select r.operation_id as id, count(e.seq)::int as events from exception_resolutions r
    left join events e on e.event = 'resolution' and e.ids ->> 'operationId' = r.operation_id group by 1`.execute(db);
  return [
    ...gaps.map((row) => `E1: the log of events has gaps: ${JSON.stringify(row)}`),
    ...resolutions.rows.flatMap(({ id, events }) => (events === 1 ? [] : [`E1: resolution ${id} has ${events} events`])),
  ];
}

/** No job is given up, none that is due stays, and each that recurs is there once, for its time (rule E1). */
export async function compareJobs({ pool: { db } }: Audited): Promise<string[]> {
  const jobs = await db.selectFrom('jobs').select(['kind', 'key', 'state', 'run_at', 'error']).orderBy('id').execute();
  const wrong = jobs.flatMap(({ kind, key, state, run_at, error }) => {
    if (state === 'dead') return [`E1: job ${kind} ${key} was given up: ${error ?? ''}`];
    return run_at.getTime() < Date.now() - PATIENCE_MS ? [`E1: job ${kind} ${key} is ${state}, due since ${run_at.toISOString()}`] : [];
  });
  const recurring = JOBS.flatMap(({ kind, recurs }) => {
    if (recurs === null) return [];
    const latest = Date.now() + ('everyMs' in recurs ? recurs.everyMs : DAY_MS) + PATIENCE_MS;
    const there = jobs.filter((job) => job.kind === kind && job.run_at.getTime() <= latest).length;
    return there === 1 ? [] : [`E1: the recurring job ${kind} is there ${there} times`];
  });
  return [...wrong, ...recurring];
}
