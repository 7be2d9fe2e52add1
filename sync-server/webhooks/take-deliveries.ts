import { sql } from 'kysely';
import type { EventIds } from '../../domain/base/effect.ts';
import type { SendOutcome } from '../../domain/webhooks/next-attempt.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';

/** An address, as a message to it is signed. */
export interface Receiver {
  readonly id: string;
  readonly url: string;
  /** All that sign now. */
  readonly secrets: readonly string[];
}

/** A message that this server sends. */
export interface TakenDelivery {
  readonly id: number;
  readonly webhookId: string;
  readonly messageId: string;
  readonly event: string;
  readonly ids: EventIds;
  readonly at: Date;
  /** How often it was sent, this time included. With the id it names the attempt: nobody ends another's. */
  readonly attempts: number;
}

/** How sending a message ended. */
export interface EndedDelivery extends Pick<TakenDelivery, 'id' | 'webhookId' | 'attempts'> {
  readonly outcome: SendOutcome;
  readonly status: number | null;
  readonly milliseconds: number;
  readonly error: string | null;
  readonly answer: string | null;
}

/** After so many days in which nothing got through, an address is turned off. */
const PATIENCE_DAYS = 5;

/** The addresses that are on. */
export async function readReceivers(db: Db): Promise<readonly Receiver[]> {
  const { rows } = await sql<{ id: string; url: string; secret: string; old: string | null }>`
    select id, url, secret, case when old_secret_until > now() then old_secret end as old from webhooks where off_because is null`.execute(
    db,
  );
  return rows.map(({ id, url, secret, old }) => ({ id, url, secrets: old === null ? [secret] : [secret, old] }));
}

/**
 * Takes messages that are due, the oldest first, and counts the attempt. One whose server is gone is due again after the lease.
 * @param room how many to take at most, by address. @param leaseMs for so long other servers leave them alone.
 */
export function takeDeliveries(
  db: Db,
  room: readonly { readonly id: string; readonly room: number }[],
  leaseMs: number,
): Promise<TakenDelivery[]> {
  return transact(db, async (tx) => {
    const { rows } = await sql<TakenDelivery>`
      with due as materialized (
        select d.id from jsonb_to_recordset(${JSON.stringify(room)}::jsonb) as r(id text, room int) cross join lateral (
          select id from webhook_deliveries where webhook_id = r.id and state = 'waiting' and run_at <= now()
          order by run_at, id limit r.room for update skip locked
        ) d
      )
      update webhook_deliveries d set attempts = d.attempts + 1, run_at = now() + make_interval(secs => ${leaseMs / 1000}::float8)
      from due where d.id = due.id
      returning d.id::bigint, d.webhook_id as "webhookId", d.message_id as "messageId", d.event, d.ids, d.at, d.attempts`.execute(tx);
    return rows;
  });
}

const STATES = { delivered: 'delivered', again: 'waiting', given_up: 'given_up', gone: 'given_up' } as const;

/**
 * Writes how messages fared, and what that says of their addresses.
 * @returns the addresses that were turned off by it.
 */
export function settleDeliveries(db: Db, ended: readonly EndedDelivery[]): Promise<readonly string[]> {
  const news = ended.map(({ outcome, ...one }) => ({
    ...one,
    state: STATES[outcome.kind],
    inSeconds: outcome.kind === 'again' ? outcome.inSeconds : 0,
  }));
  const standing = new Map<string, { id: string; arrived: boolean; gone: boolean }>();
  for (const { webhookId, outcome } of ended) {
    const of = standing.get(webhookId) ?? { id: webhookId, arrived: false, gone: false };
    standing.set(webhookId, {
      id: webhookId,
      arrived: of.arrived || outcome.kind === 'delivered',
      gone: of.gone || outcome.kind === 'gone',
    });
  }
  return transact(db, async (tx) => {
    await sql`
      update webhook_deliveries d set state = r.state, run_at = now() + make_interval(secs => r."inSeconds"), sent_at = now(),
        status = r.status, milliseconds = r.milliseconds, error = r.error, answer = r.answer
      from jsonb_to_recordset(${JSON.stringify(news)}::jsonb)
        as r(id bigint, attempts int, state text, "inSeconds" float8, status int, milliseconds int, error text, answer text)
      where d.id = r.id and d.attempts = r.attempts and d.state = 'waiting'`.execute(tx);
    const { rows } = await sql<{ id: string; off: boolean }>`
      update webhooks h set
        failing_since = case when r.arrived then null else coalesce(h.failing_since, now()) end,
        off_because = case when r.gone then 'gone'
          when not r.arrived and h.failing_since < now() - make_interval(days => ${PATIENCE_DAYS}::int) then 'failing' end
      from jsonb_to_recordset(${JSON.stringify([...standing.values()])}::jsonb) as r(id text, arrived boolean, gone boolean)
      where h.id = r.id and h.off_because is null and (r.gone or not r.arrived or h.failing_since is not null)
      returning h.id, h.off_because is not null as off`.execute(tx);
    return rows.filter(({ off }) => off).map(({ id }) => id);
  });
}
