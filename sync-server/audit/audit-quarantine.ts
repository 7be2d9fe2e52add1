import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { type Finding, Violations } from './finding.ts';

/** J6: what could not be applied is in quarantine, and what was replayed from there is applied and left its trail. */
export async function auditQuarantine(db: Db): Promise<Finding> {
  const violations = new Violations();
  const { rows } = await sql<{ register_id: string; seq: number; what: string }>`
    select o.register_id, o.seq, case when q.id is null then 'is not in quarantine, where it belongs'
      else 'counts as replayed, but has had no effect' end as what
    from operations o left join quarantine q on q.register_id = o.register_id and q.content_hash = o.hash and q.seq = o.seq
    where o.outcome = 'quarantined' and (q.id is null or q.applied_at is not null)
    union all
    select q.register_id, q.seq, case when o.id is null then 'counts as replayed, but has no place' else 'was replayed without a trail' end
    from quarantine q left join operations o on o.outcome = 'applied' and case when q.recorded_as is null
      then o.register_id = q.register_id and o.seq = q.seq and o.hash = q.content_hash else o.id = q.recorded_as end
    where q.applied_at is not null and (o.id is null
      or (select count(*) from quarantine_replays t where t.quarantine_id = q.id and t.outcome = 'applied') <> 1)
    order by 1, 2`.execute(db);
  for (const row of rows) violations.add(`Operation ${row.seq} of register ${row.register_id} ${row.what}.`);
  const { rows: counts } = await sql<{ held: number; replays: number }>`
    select (select count(*) from quarantine)::int as held, (select count(*) from quarantine_replays)::int as replays`.execute(db);
  return {
    rule: 'J6',
    title: 'what was not applied is kept, and replayed once',
    compared: { 'in quarantine': counts[0]?.held ?? 0, replays: counts[0]?.replays ?? 0 },
    violations: violations.shown,
    count: violations.count,
  };
}
