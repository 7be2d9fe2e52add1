import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { EVENTS } from '../../domain/registry/registry.ts';
import { webhookSecret } from '../../domain/webhooks/signature.ts';
import type { NewWebhook, Webhook, WebhookChange, WebhookWithSecret } from '../../domain/webhooks/webhook-protocol.ts';
import { type Actor, logAction } from '../access/actor.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';

/** Each address costs every transaction that tells something a little. */
export const MOST_WEBHOOKS = 50;
/** So many hours the secret before a new one signs too. */
const OLD_SECRET_HOURS = 24;
const SECRET_BYTES = 32;

export type WebhookRefusal = 'unknown_webhook' | 'unknown_event' | 'too_many_webhooks';

const KNOWN = new Set(EVENTS.map(({ event }) => event));

/** What the log of actions keeps of an address: a path may hold a secret of the receiver. */
const logged = ({ url, events, on }: Pick<Webhook, 'url' | 'events' | 'on'>) => ({ host: new URL(url).host, events, on });

interface Row extends Omit<Webhook, 'on' | 'createdAt' | 'failingSince'> {
  readonly createdAt: Date;
  readonly failingSince: Date | null;
}

/** Addresses that hear of events, the oldest first. @param id of one; null for all. */
export async function listWebhooks(db: Db | Tx, id: string | null = null): Promise<Webhook[]> {
  const { rows } = await sql<Row>`
    select h.id, h.url, h.events, h.off_because as "offBecause", h.created_at as "createdAt", h.failing_since as "failingSince",
      (select count(*)::int from webhook_deliveries d where d.webhook_id = h.id and d.state = 'waiting') as waiting
    from webhooks h where ${id}::text is null or h.id = ${id}::text order by h.created_at, h.id`.execute(db);
  return rows.map((row) => ({
    ...row,
    on: row.offBecause === null,
    createdAt: row.createdAt.toISOString(),
    failingSince: row.failingSince?.toISOString() ?? null,
  }));
}

/** Locks an address until the transaction ends. */
async function lockWebhook(tx: Tx, id: string): Promise<Webhook | undefined> {
  await tx.selectFrom('webhooks').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  return (await listWebhooks(tx, id))[0];
}

const makeSecret = (): string => webhookSecret(randomBytes(SECRET_BYTES));

/** Adds an address. Its secret is told only here, and where it is changed. */
export function addWebhook(db: Db, { url, events }: NewWebhook, by: Actor): Promise<Result<WebhookWithSecret, WebhookRefusal>> {
  return transact(db, async (tx) => {
    if (!events.every((event) => KNOWN.has(event))) return refuse('unknown_event');
    if ((await listWebhooks(tx)).length >= MOST_WEBHOOKS) return refuse('too_many_webhooks');
    const id = uuidv7();
    const secret = makeSecret();
    await tx
      .insertInto('webhooks')
      .values({ id, url, events: JSON.stringify([...new Set(events)]), secret })
      .execute();
    const [made] = await listWebhooks(tx, id);
    if (made === undefined) return refuse('unknown_webhook');
    await logAction(tx, by, { code: 'webhook.add', subject: id, after: logged(made) });
    return accept({ ...made, secret });
  });
}

/** Changes an address, or turns it on or off. What happens while it is off is not kept for it: see {@link replayEvents}. */
export function changeWebhook(db: Db, id: string, change: WebhookChange, by: Actor): Promise<Result<Webhook, WebhookRefusal>> {
  return transact(db, async (tx) => {
    const before = await lockWebhook(tx, id);
    if (before === undefined) return refuse('unknown_webhook');
    const { url = before.url, events = before.events, on = before.on } = change;
    if (!events.every((event) => KNOWN.has(event))) return refuse('unknown_event');
    const set = { url, events: JSON.stringify([...new Set(events)]), off_because: on ? null : (before.offBecause ?? ('by_hand' as const)) };
    await tx
      .updateTable('webhooks')
      .set(on && !before.on ? { ...set, failing_since: null } : set)
      .where('id', '=', id)
      .execute();
    const [after] = await listWebhooks(tx, id);
    if (after === undefined) return refuse('unknown_webhook');
    await logAction(tx, by, { code: 'webhook.change', subject: id, before: logged(before), after: logged(after) });
    return accept(after);
  });
}

/** Makes a new secret. For a day the one before signs too, so that the receiver misses nothing while it changes over. */
export function changeSecret(db: Db, id: string, by: Actor): Promise<Result<WebhookWithSecret, WebhookRefusal>> {
  return transact(db, async (tx) => {
    const webhook = await lockWebhook(tx, id);
    if (webhook === undefined) return refuse('unknown_webhook');
    const secret = makeSecret();
    await sql`
      update webhooks set secret = ${secret}, old_secret = secret,
        old_secret_until = now() + make_interval(hours => ${OLD_SECRET_HOURS}::int)
      where id = ${id}`.execute(tx);
    await logAction(tx, by, { code: 'webhook.change_secret', subject: id });
    return accept({ ...webhook, secret });
  });
}

/** Removes an address, and what was kept of messages to it. */
export function removeWebhook(db: Db, id: string, by: Actor): Promise<Result<Webhook, WebhookRefusal>> {
  return transact(db, async (tx) => {
    const webhook = await lockWebhook(tx, id);
    if (webhook === undefined) return refuse('unknown_webhook');
    await tx.deleteFrom('webhooks').where('id', '=', id).execute();
    await logAction(tx, by, { code: 'webhook.remove', subject: id, before: logged(webhook) });
    return accept(webhook);
  });
}
