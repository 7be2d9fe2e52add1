import { sql } from 'kysely';
import type { EventEffect } from '../../domain/base/effect.ts';
import { beginEpoch, EPOCH_HAS_BEGUN } from '../changes/epochs.ts';
import type { Tx } from '../db/database.ts';

/**
 * Locks the head of the log until the transaction ends, so that numbers become visible in the order in which they were given. Call it
 * at the very END of the transaction, after `allocateChanges`.
 */
export async function lockLog(tx: Tx): Promise<void> {
  const { rows } = await sql<{ inEpoch: boolean }>`
    insert into event_head (seq) values (0) on conflict (only_one) do update set seq = event_head.seq
    returning ${EPOCH_HAS_BEGUN} as "inEpoch"`.execute(tx);
  if (rows[0]?.inEpoch !== true) await beginEpoch(tx, true);
}

/** Events as rows of a statement, numbered from 1. */
export const rowsOfEvents = (events: readonly EventEffect[]): string =>
  JSON.stringify(events.map(({ event, ids }, index) => ({ n: index + 1, event, ids })));

/**
 * For a statement after {@link lockLog}: numbers the rows of `told` (n, event, ids), writes them to the log, as `written`, and makes the
 * messages to other systems that want them.
 */
export const WRITE_TOLD = sql`
  head as (
    update event_head set seq = seq + (select count(*) from told) returning seq - (select count(*) from told) as before
  ), written as (
    insert into events (seq, event, ids) select head.before + told.n, told.event, told.ids from head, told returning seq, event, ids
  ), sent as (
    insert into webhook_deliveries (webhook_id, message_id, event, ids)
    select h.id, (select id from pool_epochs order by n desc limit 1) || '_' || w.seq, w.event, w.ids
    from written w join webhooks h on h.off_because is null and (h.events = '[]' or h.events @> to_jsonb(w.event)) order by w.seq, h.id
  )`;

/** The end of such a statement: makes the jobs that subscribe to what was `written`. */
export const MAKE_SUBSCRIBED = sql`
  insert into jobs (kind, key, payload)
  select s.job, (select id from pool_epochs order by n desc limit 1) || ':' || w.seq, w.ids
  from written w join event_subscriptions s on s.event = w.event order by w.seq, s.job`;

/**
 * Writes events to the log, and makes the jobs and messages that subscribe to them (rule E1). Call it at the very END of the
 * transaction, after `allocateChanges`, and once: see {@link lockLog}. Where orders change, `noteOrders` does it. Without an event it
 * asks nothing.
 */
export async function appendEvents(tx: Tx, events: readonly EventEffect[]): Promise<void> {
  if (events.length === 0) return;
  await lockLog(tx);
  await sql`
    with told as (
      select n, event, ids from jsonb_to_recordset(${rowsOfEvents(events)}::jsonb) as r(n int, event text, ids jsonb)
    ), ${WRITE_TOLD} ${MAKE_SUBSCRIBED}`.execute(tx);
}
