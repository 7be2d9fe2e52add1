import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventEffect } from '../../domain/base/effect.ts';
import { orderReady } from '../../domain/fulfillment/documents.ts';
import { personErased } from '../../domain/orders/person-erased.ts';
import { signWebhook } from '../../domain/webhooks/signature.ts';
import type { Delivery, Webhook, WebhookWithSecret } from '../../domain/webhooks/webhook-protocol.ts';
import { beginEpochAtStart } from '../../sync-server/changes/epochs.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { appendEvents } from '../../sync-server/events/append-events.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { httpPoster } from '../../sync-server/outbound/http-poster.ts';
import { PostFailed } from '../../sync-server/outbound/poster.ts';
import { settleDeliveries, takeDeliveries } from '../../sync-server/webhooks/take-deliveries.ts';
import { insertKey } from '../support/api-keys.ts';
import { databases } from './support/databases.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A system of the company that hears of events, on a port of this machine. It answers as it is told, 200 at first. */
async function startReceiver() {
  const got: Got[] = [];
  const receiver = { got, url: '', answer: { status: 200, headers: {} as Record<string, string>, body: 'thanks', isSlow: false } };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      const { status, headers, body: said, isSlow } = receiver.answer;
      if (!isSlow) response.writeHead(status, headers).end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { ...receiver, receiver, close };
}

/** Waits for what a server does by itself. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

type Receiver = Awaited<ReturnType<typeof startReceiver>>;

let hooks: Receiver;
beforeEach(async () => {
  hooks = await startReceiver();
});
afterEach(() => hooks.close());

describe.each(databases)('webhooks on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let key: string;
  useSyncServer(
    open,
    async (pool) => {
      ({ db, server } = pool);
      key = await insertKey(db, 'head office');
      await beginEpochAtStart(db);
    },
    { privateWebhooks: true },
  );

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const response = await fetch(new URL(path, server.url), { method, headers, body: body === undefined ? null : JSON.stringify(body) });
    return (await response.json()) as T;
  }
  const add = (events: readonly string[] = [], url = hooks.url) => ask<WebhookWithSecret>('POST', '/v1/webhooks', { url, events });
  const log = async (id: string) => (await ask<{ items: Delivery[] }>('GET', `/v1/webhooks/${id}/deliveries`)).items;
  const listed = async () => (await ask<{ items: Webhook[] }>('GET', '/v1/webhooks')).items;
  const eventOf = (orderId: string, event = personErased.event): EventEffect => ({ kind: 'event', event, body: null, ids: { orderId } });
  const happen = (...events: EventEffect[]) => transact(db, (tx) => appendEvents(tx, events));
  const ordersHeard = () => hooks.got.map(({ body }) => (JSON.parse(body) as { data: { orderId?: string } }).data.orderId);
  /** Lets no message wait any longer. */
  const hurry = () =>
    db
      .updateTable('webhook_deliveries')
      .set({ run_at: new Date(0) })
      .execute();

  it('[E1] tells what happened, once, signed, with ids alone, to those who want to hear of it', async () => {
    const all = await add();
    const some = await add([orderReady.event]);
    const rolledBack = transact(db, async (tx) => {
      await appendEvents(tx, [eventOf('gone')]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await happen(eventOf('O1'), eventOf('O2', orderReady.event));
    await soon(() => ordersHeard().sort()).toEqual(['O1', 'O2', 'O2']);
    const [erased] = hooks.got.filter(({ body }) => body.includes('O1'));
    const { 'webhook-id': id = '', 'webhook-timestamp': at, 'webhook-signature': signature } = erased?.headers ?? {};
    expect(signature).toBe(signWebhook({ id: String(id), timestamp: Number(at), body: erased?.body ?? '' }, [all.secret]));
    expect(JSON.parse(erased?.body ?? '')).toEqual({ type: personErased.event, timestamp: expect.any(String), data: { orderId: 'O1' } });
    await soon(() => log(some.id)).toMatchObject([{ state: 'delivered', attempts: 1, status: 200, answer: 'thanks' }]);
    expect(JSON.stringify(await listed())).not.toContain('whsec_');
  });

  it('signs with both secrets for a day after a change', async () => {
    const { id, secret } = await add();
    const changed = await ask<WebhookWithSecret>('POST', `/v1/webhooks/${id}/secret`);
    await ask('POST', `/v1/webhooks/${id}/test`);
    await soon(() => hooks.got.length).toBe(1);
    const [{ headers, body } = { headers: {}, body: '' }] = hooks.got;
    const message = { id: String(headers['webhook-id']), timestamp: Number(headers['webhook-timestamp']), body };
    expect(headers['webhook-signature']).toBe(signWebhook(message, [changed.secret, secret]));
  });

  it('sends again with the same id what was not taken, later when it is asked to, and never follows a redirect', async () => {
    const trap = await startReceiver();
    hooks.receiver.answer = { ...hooks.receiver.answer, status: 302, headers: { location: trap.url } };
    const { id } = await add();
    await happen(eventOf('O1'));
    await soon(() => log(id)).toMatchObject([{ state: 'waiting', attempts: 1, status: 302 }]);
    hooks.receiver.answer = { ...hooks.receiver.answer, status: 429, headers: { 'retry-after': '3600' } };
    await hurry();
    await soon(() => log(id)).toMatchObject([{ state: 'waiting', attempts: 2, status: 429 }]);
    const [put] = await log(id);
    expect(Date.parse(put?.nextAt ?? '') - Date.parse(put?.sentAt ?? '')).toBeGreaterThanOrEqual(3_599_000);
    expect(await listed()).toMatchObject([{ on: true, failingSince: expect.any(String), waiting: 1 }]);
    // An arrival is an arrival, whatever the answer says: the log shows it.
    hooks.receiver.answer = { ...hooks.receiver.answer, status: 200, headers: {}, body: '{"error":"no such shop"}' };
    await hurry();
    await soon(() => log(id)).toMatchObject([{ state: 'delivered', attempts: 3, answer: '{"error":"no such shop"}' }]);
    expect(new Set(hooks.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await listed()).toMatchObject([{ failingSince: null, waiting: 0 }]);
    expect(trap.got).toEqual([]);
    await trap.close();
  });

  it('goes on behind a server that ended in the middle, and lets nobody end another’s attempt', async () => {
    await ask('POST', `/v1/webhooks/${(await add()).id}`, { on: true });
    hooks.receiver.answer = { ...hooks.receiver.answer, status: 503 };
    const [webhook] = await listed();
    const id = webhook?.id ?? '';
    await happen(eventOf('O1'));
    await soon(() => log(id)).toMatchObject([{ attempts: 1, status: 503 }]);
    // Another server takes it, and is gone: only its lease stands in the way.
    await db
      .updateTable('webhook_deliveries')
      .set({ run_at: new Date(0) })
      .execute();
    const [taken] = await takeDeliveries(db, [{ id, room: 1 }], 60_000);
    hooks.receiver.answer = { ...hooks.receiver.answer, status: 200 };
    await hurry();
    await soon(() => log(id)).toMatchObject([{ state: 'delivered' }]);
    if (taken !== undefined) {
      const late = { ...taken, outcome: { kind: 'given_up' } as const, status: null, milliseconds: 1, error: 'timeout', answer: null };
      await settleDeliveries(db, [late]);
    }
    expect(await log(id)).toMatchObject([{ state: 'delivered' }]);
  });

  it('turns off an address that is gone, and one to which nothing gets through for days; what was missed is replayed', async () => {
    hooks.receiver.answer = { ...hooks.receiver.answer, status: 410 };
    const { id } = await add();
    const from = new Date(Date.now() - 60_000).toISOString();
    await happen(eventOf('O1'));
    await soon(listed).toMatchObject([{ on: false, offBecause: 'gone' }]);
    await happen(eventOf('O2'));
    hooks.receiver.answer = { ...hooks.receiver.answer, status: 200 };
    hooks.got.length = 0;
    const to = new Date(Date.now() + 60_000).toISOString();
    expect(await ask('POST', `/v1/webhooks/${id}/replay`, { from, to })).toMatchObject({ error: { code: 'webhook_off' } });
    await ask('POST', `/v1/webhooks/${id}`, { on: true });
    expect(await ask('POST', `/v1/webhooks/${id}/replay`, { from, to })).toEqual({ messages: 2 });
    await soon(() => ordersHeard().sort()).toEqual(['O1', 'O2']);
    const ids = hooks.got.map(({ headers }) => headers['webhook-id']);
    await ask('POST', `/v1/webhooks/${id}/replay`, { from, to });
    await soon(() => hooks.got.length).toBe(4);
    expect(
      hooks.got
        .slice(2)
        .map(({ headers }) => headers['webhook-id'])
        .sort(),
    ).toEqual(ids.sort());
    // An arrival that is written later would end the failing of below.
    await soon(listed).toMatchObject([{ waiting: 0 }]);

    hooks.receiver.answer = { ...hooks.receiver.answer, status: 500 };
    await db
      .updateTable('webhooks')
      .set({ failing_since: new Date(Date.now() - 6 * 86_400_000) })
      .execute();
    await happen(eventOf('O3'));
    await soon(listed).toMatchObject([{ on: false, offBecause: 'failing' }]);
  });

  it('a slow address holds up no other', async () => {
    const quick = await startReceiver();
    hooks.receiver.answer = { ...hooks.receiver.answer, isSlow: true };
    await add();
    await add([], quick.url);
    await happen(...Array.from({ length: 40 }, (_, index) => eventOf(`O${index}`)));
    await soon(() => quick.got.length).toBe(40);
    await quick.close();
  });

  it('refuses what makes no sense, with the field and the fix, and removes an address with its log', async () => {
    const errorOf = async (asked: Promise<{ error?: { code: string; field: string | null } }>) => {
      const { error } = await asked;
      return [error?.code, error?.field];
    };
    expect(await errorOf(ask('POST', '/v1/webhooks', { url: 'shop.example' }))).toEqual(['bad_request', 'url']);
    expect(await errorOf(ask('POST', '/v1/webhooks', { url: hooks.url, events: ['order_redy'] }))).toEqual(['unknown_event', 'events']);
    const { id } = await add();
    expect(await errorOf(ask('POST', `/v1/webhooks/${id}`, { events: ['nope'] }))).toEqual(['unknown_event', 'events']);
    expect(await errorOf(ask('POST', '/v1/webhooks/unknown/test'))).toEqual(['unknown_webhook', 'id']);
    await ask('DELETE', `/v1/webhooks/${id}`);
    expect([await listed(), await log(id)]).toEqual([[], []]);
  });
});

describe('the way to other systems', () => {
  const message = (url: string) => ({ url, headers: { 'content-type': 'application/json' }, body: '{}' });
  const fault = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error: unknown) => (error instanceof PostFailed ? error.code : error),
    );

  it('calls nobody on a private address, whatever name leads to it', async () => {
    const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    const poster = httpPoster({ allowPrivate: false, resolve });
    const { port } = new URL(hooks.url);
    const refused = ['shop.example', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'].map((host) =>
      fault(poster.post(message(`https://${host}:${port}/`))),
    );
    expect(await Promise.all(refused)).toEqual(refused.map(() => 'address_refused'));
    expect(await fault(poster.post(message(hooks.url)))).toBe('not_encrypted');
    expect(hooks.got).toEqual([]);
    poster.close();
  });

  it('gives up on who never answers, who is not there, and whose name nobody knows', async () => {
    const poster = httpPoster({ allowPrivate: true, answerWithinMs: 200 });
    hooks.receiver.answer = { ...hooks.receiver.answer, isSlow: true };
    expect(await fault(poster.post(message(hooks.url)))).toBe('timeout');
    await hooks.close();
    expect(await fault(poster.post(message(hooks.url)))).toBe('unreachable');
    const unknown = httpPoster({
      allowPrivate: true,
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    });
    expect(await fault(unknown.post(message('https://nowhere.example/')))).toBe('name_unknown');
    hooks = await startReceiver();
    [poster, unknown].forEach((one) => one.close());
  });

  it('keeps the beginning of a long answer, and reads no more of it', async () => {
    const poster = httpPoster({ allowPrivate: true });
    hooks.receiver.answer = { ...hooks.receiver.answer, body: `${'é'.repeat(300)}\0${'😀'.repeat(500_000)}` };
    const { status, beginning } = await poster.post(message(hooks.url));
    expect([status, beginning.slice(0, 302)]).toEqual([200, `${'é'.repeat(300)}😀`]);
    expect(beginning.length).toBeLessThanOrEqual(500);
    poster.close();
  });
});
