import { sql } from 'kysely';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ordersPaused } from '../../domain/capacity/operations.ts';
import { ACTIONS } from '../../domain/access/actions.ts';
import type { ActionPage, LoggedAction } from '../../domain/access/access-protocol.ts';
import type { RouteAccess } from '../../sync-server/access/route-access.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import { insertKey } from '../support/api-keys.ts';
import { codeOf, insertSignIn, insertUser, PASSWORD } from '../support/office-user.ts';
import { databases } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

/** Addresses that take a body and change nothing that counts. */
const CHANGES_NOTHING = [
  '/v1/people/find',
  '/v1/office/second-factor',
  '/v1/customers/find',
  '/v1/promotions/preview',
  '/v1/promotions/recount',
  '/v1/price-quotes',
];

describe.each(databases)('what the head office did, on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ opened, server, register } = pool);
    key = await insertKey(opened.db, 'head office');
    done = [];
  });

  /** What was asked for by another method than GET, and whether a row of the log came of it. */
  let done: { readonly method: string; readonly path: string; readonly isLogged: boolean }[] = [];
  const rowsKept = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      select (select count(*) from office_actions)::int + (select count(*) from setting_changes)::int as count`.execute(opened.db);
    return rows[0]?.count ?? 0;
  };

  const ask = async <T = Record<string, unknown>>(
    token: string | null,
    path: string,
    body?: unknown,
    idempotencyKey = path,
    method = body === undefined ? 'GET' : 'POST',
  ): Promise<T> => {
    const before = await rowsKept();
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        'idempotency-key': idempotencyKey,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': body instanceof Uint8Array ? 'image/png' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
    if (method !== 'GET') done.push({ method, path, isLogged: (await rowsKept()) > before });
    return (text === '' ? {} : JSON.parse(text)) as T;
  };
  const actions = async (query = ''): Promise<readonly LoggedAction[]> => (await ask<ActionPage>(key, `/v1/actions${query}`)).items;
  const told = async () =>
    (await actions()).map(({ action, subject, by, before, after }) => ({ action, subject, by: by.name, before, after }));

  /** Does everything that there is to do once. @returns texts that must stand nowhere in the log. */
  async function doEverything(): Promise<string[]> {
    const secrets: string[] = [PASSWORD];
    const keep = (secret: string | undefined): string => {
      if (secret === undefined) throw new Error('It was not told.');
      secrets.push(secret);
      return secret;
    };
    const made = await ask<{ id: string; key: string }>(key, '/v1/keys', { name: 'partner', scopes: ['orders'] });
    keep(made.key);
    await ask(key, `/v1/keys/${made.id}/withdraw`, {});
    await ask(key, '/v1/pickup-keys', { withdraw: true });
    const user = await ask<{ id: string; password: string }>(key, '/v1/users', { name: 'Eve', scopes: ['office'] });
    keep(user.password);
    await ask(key, `/v1/users/${user.id}/scopes`, { scopes: ['settings'] });
    const reset = await ask<{ password: string }>(key, `/v1/users/${user.id}/reset-password`, {});
    const signedIn = await ask<{ token: string }>(null, '/v1/office/sign-in', { name: 'Eve', password: keep(reset.password) });
    const token = keep(signedIn.token);
    await ask(token, '/v1/office/password', { current: reset.password, next: keep('another password') });
    const { secret } = await ask<{ secret: string }>(token, '/v1/office/second-factor', { password: 'another password' });
    const { recoveryCodes } = await ask<{ recoveryCodes: string[] }>(token, '/v1/office/second-factor/confirm', {
      code: codeOf(keep(secret)),
    });
    for (const code of recoveryCodes) keep(code);
    await ask(token, '/v1/settings/people.lock_after_minutes', { level: 'company', value: 5 });
    await managePromotion();
    await managePrices();
    for (const known of await manageCustomer()) keep(known);
    await changeGiftCard(keep('6007221000004821'));
    await ask(token, '/v1/office/sign-out', {});
    await ask(key, `/v1/users/${user.id}/reset-second-factor`, {});
    await ask(key, `/v1/users/${user.id}/withdraw`, {});
    keep((await ask<{ code: string }>(key, '/v1/registers/codes', { storeId: 'S1' })).code);
    for (const pin of await manageAssociate()) keep(pin);
    for (const secret of await manageWebhook()) keep(secret);
    await ask(key, '/v1/sourcing-rules', { rules: { currency: 'USD', rules: [{ id: 'r', name: 'Rule' }] } });
    await ask(key, '/v1/sourcing-rules/1/live', { replaces: 0 });
    await workAtOffice();
    await opened.db
      .updateTable('registers')
      .set({ public_key: JSON.stringify({ kty: 'EC' }) })
      .where('id', '=', register.registerId)
      .execute();
    await ask(key, `/v1/registers/${register.registerId}/forget-key`, {});
    await ask(key, `/v1/registers/${register.registerId}/withdraw`, {});
    return secrets;
  }

  /** Does to an address that hears of events whatever can be done. @returns its secrets. */
  async function manageWebhook(): Promise<string[]> {
    const added = await ask<{ id: string; secret: string }>(key, '/v1/webhooks', { url: 'https://shop.example/hooks/TOKEN1' });
    const step = <T>(name: string, body: object = {}) => ask<T>(key, `/v1/webhooks/${added.id}${name}`, body);
    const { secret } = await step<{ secret: string }>('/secret');
    await step('/replay', { from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z' });
    await step('', { on: false });
    await step('', { on: true });
    await step('/test');
    await ask(key, `/v1/webhooks/${added.id}`, undefined, 'remove', 'DELETE');
    return [added.secret, secret, 'TOKEN1'];
  }

  /** Does to somebody in a store whatever can be done. @returns their PINs. */
  async function manageAssociate(): Promise<string[]> {
    const added = await ask<{ id: string; pin: string }>(key, '/v1/associates', { storeId: 'S1', name: 'Ann Archer', role: 'picker' });
    const step = <T>(name: string, body: object = {}) => ask<T>(key, `/v1/associates/${added.id}/${name}`, body);
    await step('change', { role: 'senior', name: 'Ann Baker' });
    const { pin } = await step<{ pin: string }>('reset-pin');
    const { badge } = await step<{ badge: string }>('make-badge');
    for (const name of ['withdraw-badge', 'block', 'unblock', 'remove']) await step(name);
    return [added.pin, pin, badge, 'Ann Archer', 'Ann Baker'];
  }

  async function changeGiftCard(number: string): Promise<void> {
    const issued = { storeId: 'S1', kind: 'gift_card', currency: 'USD', differenceMinor: 5_000, reason: 'issued' };
    const { id } = await ask<{ id: string }>(key, '/v1/stored-values/adjust', { operationId: uuidv7(), number, ...issued });
    await ask(key, '/v1/stored-values/block', { operationId: uuidv7(), storedValueId: id, isBlocked: true });
    const limit = { operationId: uuidv7(), storeId: 'S1', currency: 'USD', limitMinor: 100_000 };
    await ask(key, '/v1/accounts/C1/limit', limit);
    await ask(key, '/v1/accounts/C1/adjust', { operationId: uuidv7(), differenceMinor: 5_000, reason: 'payment' });
    await ask(key, '/v1/points/C1/adjust', { operationId: uuidv7(), storeId: 'S1', points: 50, reason: 'goodwill' });
  }

  async function managePromotion(): Promise<void> {
    const path = '/v1/promotions/TEN';
    const given = {
      id: 'TEN',
      kind: 'percent_off',
      name: 'Ten',
      skus: ['A'],
      startsOn: '2026-12-01',
      endsOn: '2026-12-31',
      basisPoints: 1000,
    };
    await ask(key, path, given, path, 'PUT');
    await ask(key, `${path}/end`, { endsOn: '2026-12-24' });
    await ask(key, '/v1/promotions/TWO/change', { promotion: { ...given, id: 'TWO' }, revision: null });
    const head = 'id,kind,name,starts_on,ends_on,skus,percent';
    const text = `${head}\nTHREE,percent_off,Three,2026-12-01,2026-12-31,A,10\n`;
    await ask(key, '/v1/promotions/import', { name: 'promotions.csv', text });
    await ask(key, path, undefined, path, 'DELETE');
  }

  async function managePrices(): Promise<void> {
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    await ask(key, '/v1/products/A/picture', dot, 'put-picture', 'PUT');
    await ask(key, '/v1/products/A/picture', undefined, 'remove-picture', 'DELETE');
    await ask(key, '/v1/products/A/terms', { terms: { kind: 'fee' } }, 'terms', 'PUT');
    await ask(key, '/v1/products/A/terms', { terms: null }, 'plain', 'PUT');
    const list = '/v1/price-lists/STD';
    await ask(key, list, { id: 'STD', name: 'Standard', currency: 'USD' }, list, 'PUT');
    await ask(key, `${list}/prices`, { prices: [{ sku: 'A', unitPrice: 199_000 }] }, `${list}/prices`, 'PUT');
    await ask(key, `${list}/prices/A`, undefined, `${list}/prices/A`, 'DELETE');
    await ask(key, '/v1/prices/import', { name: 'prices.csv', text: 'list,sku,price\nSTD,A,1.99\n' });
    await ask(key, list, undefined, `${list} again`, 'DELETE');
  }

  /** @returns what the log must not tell of them. */
  async function manageCustomer(): Promise<string[]> {
    const path = '/v1/customers/C1';
    await ask(register.token, '/v1/customers/changes', { changes: [{ customerId: 'C1', at: new Date().toISOString(), fields: {} }] });
    await ask(key, `${path}/changes`, { fields: { name: 'Sample customer', emails: ['one@example.com'] } });
    await ask(key, `${path}/consents`, { operationId: uuidv7(), purpose: 'marketing_email', given: true });
    return ['Sample customer', 'one@example.com'];
  }

  const openException = async (): Promise<string> =>
    (await ask<{ items: { exception: { id: string } }[] }>(key, '/v1/exceptions')).items[0]?.exception.id ?? '';
  const decision = (exceptionId: string, operationId: string = uuidv7()) => ({
    operationId,
    exceptionId,
    choice: 'other_product',
    sku: 'B',
    quantity: 1,
    note: '',
  });

  /** Resolves an exception, records a hand-off, replays what is in quarantine, and retries and discards jobs. */
  async function workAtOffice(): Promise<void> {
    const { db } = opened;
    const { journal } = register;
    await push(db, register, [journal.sell([['UNKNOWN', 1]]), { ...journal.openShift(), type: 'no_such_type' }]);
    await ask(key, '/v1/exceptions/resolve', decision(await openException()));
    await ask(key, '/v1/orders', writeOrderRequest(pickupOrder('W-1', 'S2', [['A', 1]])));
    const [waiting] = (await ask<{ items: { order: { id: string } }[] }>(key, '/v1/hand-offs')).items;
    await ask(key, '/v1/hand-offs', { operationId: uuidv7(), fulfillmentOrderId: waiting?.order.id, action: { kind: 'acknowledged' } });
    await push(db, register, [journal.record(ordersPaused.request({ until: '2099-01-01T00:00:00.000Z', reason: 'other' }))]);
    await ask(key, '/v1/stores/S1/resume', { operationId: uuidv7() });
    await ask(key, '/v1/orders', writeOrderRequest(pickupOrder('W-2', 'S2', [['A', 1]])), 'W-2');
    const clerk = await insertSignIn(db, await insertUser(db, 'Clerk', ['orders']));
    await ask(clerk, '/v1/orders/W-2/store', { storeId: 'S1' });
    await ask(clerk, '/v1/orders/W-2/cancel', {});
    const { code } = await ask<{ code: string }>(key, '/v1/people/find', { order: 'W-2' });
    await ask(key, '/v1/people/erase', { order: 'W-2', code });
    const [held] = (await ask<{ items: { id: number }[] }>(key, '/v1/quarantine')).items;
    await ask(key, '/v1/quarantine/replay', { ids: [held?.id] });
    const jobs = await db
      .insertInto('jobs')
      .values(
        ['a', 'b'].map((one) => ({ kind: 'distrust_silent_stores', key: one, payload: '{}', state: 'dead' as const, error: 'failed' })),
      )
      .returning('id')
      .execute();
    await ask(key, '/v1/jobs/retry', { ids: [jobs[0]?.id] });
    await ask(key, '/v1/jobs/discard', { ids: [jobs[1]?.id] });
  }

  it('is logged with who, from where, what and when, for everything that there is to do, and without a secret', {
    timeout: 60_000,
  }, async () => {
    const secrets = await doEverything();
    const log = await actions('?limit=200');
    expect([...new Set(log.map(({ action }) => action))].sort()).toEqual([...ACTIONS].sort());
    for (const { at, address, by } of log) {
      expect(Date.now() - Date.parse(at)).toBeLessThan(60_000);
      expect([address, by.kind, by.id === null]).toEqual(['127.0.0.1', expect.stringMatching(/^(key|user)$/), false]);
    }
    const { paths } = await ask<{ paths: Record<string, Record<string, { security?: { bearer: RouteAccess[] }[] }>> }>(null, '/docs/json');
    const unlogged = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { security }]) => {
        const access = security?.[0]?.bearer[0];
        if (method === 'get' || access === undefined || access === 'sync' || access === 'orders' || CHANGES_NOTHING.includes(path))
          return [];
        const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
        const isDone = done.some((one) => one.method === method.toUpperCase() && pattern.test(one.path) && one.isLogged);
        return isDone ? [] : [`${method} ${path}`];
      }),
    );
    expect(unlogged).toEqual([]);
    const text = JSON.stringify(await opened.db.selectFrom('office_actions').selectAll().execute());
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('says before and after as ids and codes', async () => {
    const user = await ask<{ id: string }>(key, '/v1/users', { name: 'Eve', scopes: ['office'] });
    await ask(key, `/v1/users/${user.id}/scopes`, { scopes: ['settings', 'registers'] });
    await ask(key, '/v1/settings/people.lock_after_minutes', { level: 'store', id: 'S1', value: 5 });
    const by = 'head office';
    expect(await told()).toEqual([
      { action: 'setting.change', subject: 'people.lock_after_minutes store S1', by, before: null, after: 5 },
      {
        action: 'user.change_scopes',
        subject: user.id,
        by,
        before: { scopes: ['office.read', 'office'] },
        after: { scopes: ['office.read', 'settings', 'registers'] },
      },
      { action: 'user.make', subject: user.id, by, before: null, after: { scopes: ['office.read', 'office'] } },
    ]);
  });

  it('has nothing of what was refused, or changed nothing', async () => {
    for (const [path, body] of [
      ['/v1/registers/nobody/withdraw', {}],
      ['/v1/keys/nothing/withdraw', {}],
      ['/v1/users/nobody/withdraw', {}],
      ['/v1/registers/codes', { storeId: 'nowhere' }],
    ] as const)
      await expect(ask(key, path, body)).rejects.toThrow('unknown');
    const { id } = await ask<{ id: string }>(key, '/v1/keys', { name: 'partner', scopes: ['orders'] });
    for (const _again of [1, 2]) {
      await ask(key, `/v1/keys/${id}/withdraw`, {});
      await ask(key, `/v1/registers/${register.registerId}/withdraw`, {});
      await ask(key, `/v1/registers/${register.registerId}/forget-key`, {});
      await ask(key, '/v1/settings/people.lock_after_minutes', { level: 'company', value: 5 });
    }
    expect((await told()).map(({ action }) => action).sort()).toEqual(['key.make', 'key.withdraw', 'register.withdraw', 'setting.change']);
  });

  it('comes a page at a time, the newest first, and loses no row of one instant', async () => {
    const at = new Date();
    for (let n = 0; n < 7; n += 1) {
      await opened.db
        .insertInto('office_actions')
        .values({ at, actor_kind: 'command', actor_id: 'command', actor_name: 'x', action: 'user.sign_in', subject: `a${n}` })
        .execute();
      await opened.db
        .insertInto('setting_changes')
        .values({ level: 'company', place_id: 'company', key: `k${n}`, before: null, after: 1, changed_by: 'x', changed_at: at })
        .execute();
    }
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: ActionPage = await ask<ActionPage>(key, `/v1/actions?limit=3${after === '' ? '' : `&after=${after}`}`);
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(14);
    expect(seen).toHaveLength(14);
    expect(await ask<ActionPage>(key, '/v1/actions?limit=14')).toMatchObject({ next: null });
    expect((await ask<ActionPage>(key, '/v1/actions?limit=13')).next).not.toBeNull();
    expect((await actions('?after=nonsense')).length).toBe(14);
  });

  it('[A2] an operation of the head office carries the id of a user, and the page their name', async () => {
    const id = await insertUser(opened.db, 'Ada Lovelace', ['office', 'actions']);
    const { token } = await ask<{ token: string }>(null, '/v1/office/sign-in', { name: 'Ada Lovelace', password: PASSWORD });
    await push(opened.db, register, [register.journal.sell([['UNKNOWN', 1]])]);
    const operationId = uuidv7();
    const resolved = await ask(token, '/v1/exceptions/resolve', decision(await openException(), operationId));
    const by = { kind: 'head_office', name: 'Ada Lovelace' };
    expect(resolved).toMatchObject({ exception: { resolved: { by } }, resolutions: [{ by }] });
    const operation = await opened.db.selectFrom('operations').select('body').where('id', '=', operationId).executeTakeFirstOrThrow();
    expect(JSON.stringify(operation.body)).toContain(id);
    expect(JSON.stringify(operation.body)).not.toContain('Ada');
    expect((await actions())[0]).toMatchObject({
      action: 'exception.resolve',
      by: { kind: 'user', id, name: 'Ada Lovelace' },
      subjectName: null,
    });
    expect((await actions()).find(({ action }) => action === 'user.sign_in')).toMatchObject({ subject: id, subjectName: 'Ada Lovelace' });
    const { id: keyId } = await ask<{ id: string }>(key, '/v1/keys', { name: 'partner', scopes: ['orders'] });
    expect((await actions())[0]).toMatchObject({ action: 'key.make', subject: keyId, subjectName: 'partner' });
  });
});
