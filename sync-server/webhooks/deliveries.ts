import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { EVENTS } from '../../domain/registry/registry.ts';
import type { Delivery } from '../../domain/webhooks/webhook-protocol.ts';
import { type Actor, logAction } from '../access/actor.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { listWebhooks } from './webhooks.ts';

/** So many messages are made at once at most. */
export const MOST_REPLAYED = 100_000;

/** The kind of a message that says nothing but that an address is reached. */
export const TEST_EVENT = 'webhook_test';

export type ReplayRefusal = 'unknown_webhook' | 'webhook_off' | 'too_many_messages';

/**
 * Sends what happened in a span of time, or sends it again, with the ids that the messages had or would have had.
 * @returns how many messages that is.
 */
export function replayEvents(
  db: Db,
  id: string,
  span: { readonly from: string; readonly to: string },
  by: Actor,
): Promise<Result<number, ReplayRefusal>> {
  const { from, to } = span;
  return transact(db, async (tx) => {
    const [webhook] = await listWebhooks(tx, id);
    if (webhook === undefined) return refuse('unknown_webhook');
    if (!webhook.on) return refuse('webhook_off');
    const kinds = webhook.events.length > 0 ? webhook.events : EVENTS.map(({ event }) => event);
    const inSpan = sql`e.event in (select jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb))
      and e.at >= ${from}::timestamptz and e.at < ${to}::timestamptz`;
    const counted = await sql<{ n: number }>`select count(*)::int as n from events e where ${inSpan}`.execute(tx);
    const messages = counted.rows[0]?.n ?? 0;
    if (messages > MOST_REPLAYED) return refuse('too_many_messages');
    // The epoch in which an event got its number is the last that began before it.
    await sql`
      insert into webhook_deliveries (webhook_id, message_id, event, ids, at)
      select ${id}, (select p.id from pool_epochs p where p.event_seq < e.seq order by p.n desc limit 1) || '_' || e.seq, e.event,
        e.ids, e.at
      from events e where ${inSpan} order by e.seq
      on conflict (webhook_id, message_id) do update set state = 'waiting', attempts = 0, run_at = now()`.execute(tx);
    await logAction(tx, by, { code: 'webhook.replay', subject: id, after: { from, to, messages } });
    return accept(messages);
  });
}

/** Makes a message that says nothing but that the address is reached. @returns how many messages that is. */
export function testWebhook(db: Db, id: string, by: Actor): Promise<Result<number, ReplayRefusal>> {
  return transact(db, async (tx) => {
    const [webhook] = await listWebhooks(tx, id);
    if (webhook === undefined) return refuse('unknown_webhook');
    if (!webhook.on) return refuse('webhook_off');
    await tx
      .insertInto('webhook_deliveries')
      .values({ webhook_id: id, message_id: `test_${uuidv7()}`, event: TEST_EVENT, ids: JSON.stringify({ webhookId: id }) })
      .execute();
    await logAction(tx, by, { code: 'webhook.test', subject: id });
    return accept(1);
  });
}

interface LogQuery {
  readonly state?: Delivery['state'] | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Messages to an address and how they fared, the newest first. */
export async function listDeliveries(
  db: Db,
  id: string,
  { state, before, limit }: LogQuery,
): Promise<{ readonly items: Delivery[]; readonly next: string | null }> {
  let query = db.selectFrom('webhook_deliveries').selectAll().where('webhook_id', '=', id).orderBy('id', 'desc').limit(limit);
  if (state !== undefined) query = query.where('state', '=', state);
  if (before !== undefined) query = query.where('id', '<', Number(before));
  const rows = await query.execute();
  const items = rows.map((row) => ({
    place: String(row.id),
    messageId: row.message_id,
    event: row.event,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    nextAt: row.state === 'waiting' ? row.run_at.toISOString() : null,
    status: row.status,
    milliseconds: row.milliseconds,
    error: row.error,
    answer: row.answer,
  }));
  return { items, next: items.length < limit ? null : (items.at(-1)?.place ?? null) };
}
