import { describe, expect, it } from 'vitest';
import { SCOPE_SETS } from '../../domain/access/scopes.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import { PROTOCOL_HEADER } from '../../domain/protocol/protocol.ts';
import { insertKey } from '../support/api-keys.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { databases } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe.each(databases)('who may ask the server, on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let register: Enrolled;
  let office: string;
  let shop: string;
  useSyncServer(open, async (pool) => {
    ({ opened, server, register } = pool);
    office = await insertKey(opened.db, 'head office', 'everything');
    shop = await insertKey(opened.db, 'web shop', 'web_shop');
  });

  const ask = async (token: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': path,
        [PROTOCOL_HEADER]: '2',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      json: (await response.json()) as { error?: { code: string }; items?: { id: string; status?: string }[]; id?: string; key?: string },
    };
  };
  const coded = async (...given: Parameters<typeof ask>) => {
    const { status, json } = await ask(...given);
    return `${status} ${json.error?.code ?? 'ok'}`;
  };

  it("opens orders and availability to the web shop, and nothing of the head office's", async () => {
    expect(await coded(shop, '/v1/orders', writeOrderRequest(pickupOrder('W-1', 'S1', [['A', 1]])))).toBe('201 ok');
    expect(await coded(shop, '/v1/orders/W-1')).toBe('200 ok');
    expect(await coded(shop, '/v1/availability?sku=A')).toBe('200 ok');
    expect(await coded(shop, '/v1/orders/W-1/cancel', {})).toBe('200 ok');
    const { paths } = (await (await fetch(`${server.url}/docs/json`)).json()) as {
      paths: Record<string, Record<string, { tags?: string[] }>>;
    };
    const others = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { tags = [] }]) => ({ path: path.replace(/\{\w+\}/, '1'), method, tag: tags[0] ?? '' })),
    );
    const refused = others.filter(({ path, tag }) => ['access', 'head office'].includes(tag) || path === '/v1/registers/codes');
    expect(refused.length).toBeGreaterThan(10);
    for (const { path, method } of refused) {
      const body = method === 'post' ? {} : undefined;
      expect([path, await coded(shop, path, body)]).toEqual([path, '403 not_allowed']);
      expect([path, await coded(register.token, path, body)]).toEqual([path, '401 token_unknown']);
    }
  });

  it('shuts a lost register out, tells its device, and lets nobody in by it again', async () => {
    register.journal.openShift();
    expect(await coded(register.token, '/v1/operations', { operations: register.journal.operations })).toBe('200 ok');
    const { json: list } = await ask(office, '/v1/registers');
    expect(list.items).toMatchObject([
      { id: register.registerId, prefix: 'A1', storeId: 'S1', storeName: 'Store 1', status: 'active', operations: 1 },
    ]);
    expect(await coded(office, '/v1/registers/nobody/withdraw', {})).toBe('404 unknown_register');
    for (const _again of [1, 2])
      expect((await ask(office, `/v1/registers/${register.registerId}/withdraw`, {})).json).toMatchObject({ status: 'withdrawn' });
    register.journal.sell([['A', 1]]);
    for (const [path, body] of [
      ['/v1/operations', { operations: register.journal.operations }],
      ['/v1/pull', { checkpoint: {} }],
      ['/v1/events', undefined],
      ['/v1/availability?sku=A', undefined],
      ['/v1/returnables/W-1', undefined],
    ] as const) {
      expect([path, await coded(register.token, path, body)]).toEqual([path, '403 register_withdrawn']);
      // An app of version 1 stops at what it knows.
      expect([path, await coded(register.token, path, body, { [PROTOCOL_HEADER]: '1' })]).toEqual([path, '401 token_unknown']);
    }
    // Its last request was a moment ago, so its bodies were read while it was looked up: nothing more may come of that.
    expect((await ask(office, '/v1/registers')).json.items).toMatchObject([{ status: 'withdrawn', operations: 1 }]);
    expect(await opened.db.selectFrom('parked_operations').select('id').execute()).toEqual([]);
  });

  it('makes keys, lists them without what opens anything, and ends them; the last of the head office stays', async () => {
    const { json: made } = await ask(office, '/v1/keys', { name: 'partner', scopes: ['orders', 'availability'] });
    expect(await coded(made.key ?? '', '/v1/availability?sku=A')).toBe('200 ok');
    const { json: list } = await ask(office, '/v1/keys');
    expect(JSON.stringify(list)).not.toContain(made.key);
    expect(list.items).toHaveLength(3);
    expect(await coded(office, `/v1/keys/${made.id ?? ''}/withdraw`, {})).toBe('200 ok');
    expect(await coded(made.key ?? '', '/v1/availability?sku=A')).toBe('401 key_withdrawn');
    const own = list.items?.find((item) => 'name' in item && item.name === 'head office')?.id ?? '';
    expect(await coded(office, `/v1/keys/${own}/withdraw`, {})).toBe('409 last_office_key');
    expect(await coded(office, '/v1/keys/nothing/withdraw', {})).toBe('404 unknown_key');
  });

  it('keeps the last key that manages users, though another key can make keys', async () => {
    const { json: made } = await ask(office, '/v1/keys', {
      name: 'for keys',
      scopes: [...SCOPE_SETS.everything].filter((one) => one !== 'users'),
    });
    const own = (await ask(office, '/v1/keys')).json.items?.find((item) => 'name' in item && item.name === 'head office')?.id ?? '';
    expect(await coded(office, `/v1/keys/${own}/withdraw`, {})).toBe('409 last_office_key');
    expect(await coded(office, `/v1/keys/${made.id ?? ''}/withdraw`, {})).toBe('200 ok');
    await insertKey(opened.db, 'for users', ['users', 'keys']);
    expect(await coded(office, `/v1/keys/${own}/withdraw`, {})).toBe('200 ok');
  });

  it('[J4] tells how many operations of a register have not arrived, as far as later ones show', async () => {
    const { journal, registerId } = register;
    const missing = async () =>
      ((await ask(office, '/v1/registers')).json.items as unknown as { id: string; missing: number; operations: number }[])
        .filter(({ id }) => id === registerId)
        .map((one) => [one.operations, one.missing]);
    const operations = [journal.openShift(), journal.sell([['A', 1]]), journal.sell([['A', 1]]), journal.sell([['A', 1]])];
    await push(opened.db, register, [operations[1], operations[3]]);
    expect(await missing()).toEqual([[0, 2]]);
    await push(opened.db, register, operations.slice(0, 2));
    expect(await missing()).toEqual([[2, 1]]);
    await push(opened.db, register, operations);
    expect(await missing()).toEqual([[4, 0]]);
  });

  it('lists registers by store, each with what is known of it, and not those in whose name the head office decides', async () => {
    const { db } = opened;
    await db.updateTable('locations').set({ name: 'Another store' }).where('id', '=', 'S2').execute();
    const [second, other] = [await enrol(db), await enrol(db, 'S2')];
    const decides = await enrol(db);
    await db.insertInto('office_registers').values({ store_id: 'S1', register_id: decides.registerId }).execute();
    for (const [n, { registerId }] of [register, second, other].entries()) {
      const times = { enrolled_at: new Date(Date.UTC(2026, 0, 1, n)), last_seen_at: new Date(Date.UTC(2026, 0, 2, n)) };
      await db
        .updateTable('registers')
        .set({ ...times, public_key: n === 1 ? JSON.stringify({ kty: 'EC' }) : null })
        .where('id', '=', registerId)
        .execute();
    }
    const shared = { status: 'active', operations: 0, missing: 0 };
    const first = { ...shared, storeId: 'S1', storeName: 'Store 1' };
    expect((await ask(office, '/v1/registers')).json.items).toEqual([
      {
        ...shared,
        id: other.registerId,
        prefix: 'A3',
        storeId: 'S2',
        storeName: 'Another store',
        enrolledAt: '2026-01-01T02:00:00.000Z',
        lastSeenAt: '2026-01-02T02:00:00.000Z',
        signs: false,
      },
      {
        ...first,
        id: register.registerId,
        prefix: 'A1',
        enrolledAt: '2026-01-01T00:00:00.000Z',
        lastSeenAt: '2026-01-02T00:00:00.000Z',
        signs: false,
      },
      {
        ...first,
        id: second.registerId,
        prefix: 'A2',
        enrolledAt: '2026-01-01T01:00:00.000Z',
        lastSeenAt: '2026-01-02T01:00:00.000Z',
        signs: true,
      },
    ]);
    const gone = await ask(office, `/v1/registers/${second.registerId}/withdraw`, {});
    expect(gone.json).toMatchObject({ id: second.registerId, status: 'withdrawn', signs: true });
    const forgotten = await ask(office, `/v1/registers/${second.registerId}/forget-key`, {});
    expect(forgotten.json).toMatchObject({ id: second.registerId, signs: false });
    const { items } = (await ask(office, '/v1/registers')).json as unknown as { items: { status: string; signs: boolean }[] };
    expect(items.map(({ status, signs }) => [status, signs])).toEqual([
      ['active', false],
      ['active', false],
      ['withdrawn', false],
    ]);
    expect(await coded(office, `/v1/registers/${decides.registerId}/withdraw`, {})).toBe('404 unknown_register');
    expect(await coded(office, '/v1/registers/nobody/forget-key', {})).toBe('404 unknown_register');
  });

  it('says what is wrong, where and what to do when a register or a key is not known, or is the last one', async () => {
    const listed = async () => (await ask(office, '/v1/keys')).json.items as { id: string; name: string }[];
    const own = (await listed()).find(({ name }) => name === 'head office')?.id ?? '';
    const error = async (path: string) => (await ask(office, path, {})).json.error;
    expect(await error('/v1/registers/nobody/withdraw')).toEqual({
      code: 'unknown_register',
      message: 'There is no register nobody.',
      field: 'id',
      fix: 'List the registers.',
    });
    expect(await error('/v1/keys/nothing/withdraw')).toEqual({
      code: 'unknown_key',
      message: 'There is no key nothing.',
      field: 'id',
      fix: 'List the keys.',
    });
    expect(await error(`/v1/keys/${own}/withdraw`)).toEqual({
      code: 'last_office_key',
      message: 'This is the last key of the head office.',
      field: 'id',
      fix: 'Make another one first.',
    });
  });

  it('ends a key of the head office while there is another, once, and no other key with it', async () => {
    type Key = { id: string; name: string; scopes: string[]; createdAt: string; withdrawnAt: string | null };
    const { status, json: made } = await ask(office, '/v1/keys', { name: '  second ', scopes: SCOPE_SETS.everything });
    expect([status, made]).toMatchObject([201, { name: 'second', scopes: SCOPE_SETS.everything, withdrawnAt: null }]);
    const id = made.id ?? '';
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    const end = async () => (await ask(office, `/v1/keys/${id}/withdraw`, {})).json as Key;
    const ended = await end();
    expect(Date.now() - Date.parse(ended.withdrawnAt ?? '')).toBeLessThan(60_000);
    expect(await end()).toEqual(ended);
    const keys = (await ask(office, '/v1/keys')).json.items as unknown as Key[];
    expect(keys.map(({ name, scopes, withdrawnAt }) => [name, scopes, withdrawnAt])).toEqual([
      ['head office', SCOPE_SETS.everything, null],
      ['web shop', SCOPE_SETS.web_shop, null],
      ['second', SCOPE_SETS.everything, ended.withdrawnAt],
    ]);
    expect(keys.find((key) => key.id === id)).toEqual(ended);
    // The one that was ended counts no more, and the one of the web shop never did.
    expect(await coded(office, `/v1/keys/${keys[0]?.id ?? ''}/withdraw`, {})).toBe('409 last_office_key');
    expect(await coded(office, `/v1/keys/${keys[1]?.id ?? ''}/withdraw`, {})).toBe('200 ok');
  });

  it.each([
    ['no name', { name: '  ', scopes: ['office'] }, 400],
    ['a name that is too long', { name: 'x'.repeat(81), scopes: ['office'] }, 400],
    ['the longest name', { name: 'x'.repeat(80), scopes: ['orders'] }, 201],
    ['the shortest name', { name: 'x', scopes: ['orders'] }, 201],
    ['an unknown scope', { name: 'x', scopes: ['register'] }, 400],
    ['the scope of registers', { name: 'x', scopes: ['sync'] }, 400],
    ['no scope', { name: 'x', scopes: [] }, 400],
    ['an expiry that is no time', { name: 'x', scopes: ['orders'], expiresAt: 'tomorrow' }, 400],
    ['more than is asked for', { name: 'x', scopes: ['office'], key: 'mine' }, 400],
  ])('answers a wish for a key with %s', async (_what, body, status) => {
    expect((await ask(office, '/v1/keys', body)).status).toBe(status);
  });
});
