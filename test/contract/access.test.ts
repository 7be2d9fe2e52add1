import { describe, expect, it } from 'vitest';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import { PROTOCOL_HEADER } from '../../domain/protocol/protocol.ts';
import { createKey } from '../../sync-server/access/keys.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { databases } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import type { Enrolled } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe.each(databases)('who may ask the server, on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let register: Enrolled;
  let office: string;
  let shop: string;
  useSyncServer(open, async (pool) => {
    ({ opened, server, register } = pool);
    office = (await createKey(opened.db, 'head office', 'office')).key;
    shop = (await createKey(opened.db, 'web shop', 'web_shop')).key;
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
    expect((await ask(office, '/v1/registers')).json.items).toMatchObject([{ status: 'withdrawn' }]);
  });

  it('makes keys, lists them without what opens anything, and ends them; the last of the head office stays', async () => {
    const { json: made } = await ask(office, '/v1/keys', { name: 'partner', scope: 'web_shop' });
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
});
