import { type RawBuilder, sql } from 'kysely';
import type { EventIds } from '../../domain/base/effect.ts';
import type { Db } from '../db/database.ts';

/** One event of the log. */
export interface LoggedEvent {
  readonly seq: number;
  readonly event: string;
  readonly ids: EventIds;
  readonly at: Date;
}

/** Where a reader of the log stands: the epoch in which it read last, and the number up to which it has read. */
export interface EventCursor {
  readonly epoch: string | null;
  readonly seq: number;
}

/**
 * Where a reader stands in today's history: after a restore from where the two histories part. A value of SQL; `cursor` may name a number
 * that the log does not have any more.
 */
export function standsAt({ epoch, seq }: EventCursor): RawBuilder<number> {
  return sql<number>`(
    select least(${seq}::bigint, case
      when ${epoch}::text is null then 0
      else coalesce((select event_seq from pool_epochs where n > p.n order by n limit 1), case when p.n is null then 0 end,
        (select max(seq) from event_head), 0) end)
    from (select 1) one left join pool_epochs p on p.id = ${epoch}::text)`;
}

/** The epoch of today's history, in SQL. */
export const CURRENT_EPOCH = sql<string | null>`(select id from pool_epochs order by n desc limit 1)`;

/**
 * Reads the log of events behind a cursor, in the order in which their transactions committed (rule E1): no event with a number up
 * to the new cursor's comes later. After a restore it reads again from where the two histories part.
 * @param limit how many events to give at most.
 */
export async function readEvents(
  db: Db,
  cursor: EventCursor,
  limit: number,
): Promise<{ readonly events: LoggedEvent[]; readonly cursor: EventCursor }> {
  const { rows } = await sql<{ after: number; epoch: string | null; events: (Omit<LoggedEvent, 'at'> & { readonly at: string })[] }>`
    with stands as materialized (
      select ${standsAt(cursor)} as after
    )
    select stands.after::bigint, ${CURRENT_EPOCH} as epoch, coalesce((
      select json_agg(e order by e.seq) from (select seq, event, ids, at from events where seq > stands.after order by seq
        limit ${limit}::int) e), '[]') as events
    from stands`.execute(db);
  const { after = 0, epoch = null, events = [] } = rows[0] ?? {};
  return { events: events.map((one) => ({ ...one, at: new Date(one.at) })), cursor: { epoch, seq: events.at(-1)?.seq ?? after } };
}
