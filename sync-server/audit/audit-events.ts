import { sql } from 'kysely';
import { resolution } from '../../domain/exceptions/documents.ts';
import { EVENTS } from '../../domain/registry/registry.ts';
import type { Db } from '../db/database.ts';
import { type Finding, Violations } from './finding.ts';

/** Among younger events than this none was deleted for its age. */
const ALL_KEPT_DAYS = Math.min(...EVENTS.map(({ keptDays }) => keptDays)) - 1;
/** So long an event about a resolution is there for certain. */
const RESOLUTION_KEPT_DAYS = resolution.keptDays - 1;

/** Since when there has been a log of events. */
const SINCE = sql`(select timestamp::timestamptz from kysely_migration where name = '0019-events-and-jobs')`;

/** E1: the log of events has every number once up to its head, and each resolution has its event. */
export async function auditEvents(db: Db): Promise<Finding> {
  const violations = new Violations();
  const { rows } = await sql<{ what: string }>`
    select 'Event ' || seq || ' follows on ' || before || ': what came between is missing.' as what from (
      select seq, at, lag(seq) over (order by seq) as before from events
    ) e where before <> seq - 1 and at > now() - make_interval(days => ${ALL_KEPT_DAYS})
    union all
    select 'The head of the log is ' || coalesce(h.seq, 0) || ', but event ' || e.seq || ' is there.'
    from (select max(seq) as seq from events) e left join event_head h on true where e.seq > coalesce(h.seq, 0)
    union all
    select 'Resolution ' || r.operation_id || ' has ' || count(e.seq) || ' events.' from exception_resolutions r
    left join events e on e.event = ${resolution.event} and e.ids ->> 'operationId' = r.operation_id
    where r.received_at > greatest(now() - make_interval(days => ${RESOLUTION_KEPT_DAYS}), ${SINCE})
    group by r.operation_id having count(e.seq) <> 1
    order by 1`.execute(db);
  for (const { what } of rows) violations.add(what);
  const { rows: counts } = await sql<{ events: number; resolutions: number }>`
    select (select count(*) from events)::int as events, (select count(*) from exception_resolutions)::int as resolutions`.execute(db);
  return {
    rule: 'E1',
    title: 'events are numbered without gaps, and resolutions have theirs',
    compared: { events: counts[0]?.events ?? 0, resolutions: counts[0]?.resolutions ?? 0 },
    violations: violations.shown,
    count: violations.count,
  };
}
