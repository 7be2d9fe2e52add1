import { sql } from 'kysely';
import type { EventEffect } from '../../domain/base/effect.ts';
import { beginEpoch, EPOCH_HAS_BEGUN } from '../changes/epochs.ts';
import type { Tx } from '../db/database.ts';

/** Locks the head of the log until the transaction ends. */
async function lockHead(tx: Tx): Promise<{ readonly inEpoch: boolean }> {
  const { rows } = await sql<{ inEpoch: boolean }>`
    insert into event_head (seq) values (0) on conflict (only_one) do update set seq = event_head.seq
    returning ${EPOCH_HAS_BEGUN} as "inEpoch"`.execute(tx);
  return { inEpoch: rows[0]?.inEpoch ?? false };
}

/**
 * Writes events to the log, and makes the jobs that subscribe to them (rule E1). Call it at the very END of the transaction, after
 * `allocateChanges`: it locks the head of the log until the transaction ends, so that numbers become visible in the order in
 * which they were given. Without an event it asks the database nothing.
 */
export async function appendEvents(tx: Tx, events: readonly EventEffect[]): Promise<void> {
  if (events.length === 0) return;
  const { inEpoch } = await lockHead(tx);
  if (!inEpoch) await beginEpoch(tx, true);
  const rows = events.map(({ event, ids }, index) => ({ n: index + 1, event, ids }));
  await sql`
    with head as (
      update event_head set seq = seq + ${rows.length}::bigint returning seq - ${rows.length}::bigint as before
    ), written as (
      insert into events (seq, event, ids)
      select head.before + r.n, r.event, r.ids
      from head, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(n int, event text, ids jsonb)
      returning seq, event, ids
    )
    insert into jobs (kind, key, payload)
    select s.job, (select id from pool_epochs order by n desc limit 1) || ':' || w.seq, w.ids
    from written w join event_subscriptions s on s.event = w.event order by w.seq, s.job`.execute(tx);
}
