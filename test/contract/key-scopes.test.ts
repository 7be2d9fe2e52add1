import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ListedKey, MadeKey } from '../../domain/access/access-protocol.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { insertKey } from '../support/api-keys.ts';
import { databases } from './support/databases.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe.each(databases)('keys with scopes on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let office: string;
  useSyncServer(open, async (pool) => {
    ({ opened, server } = pool);
    office = await insertKey(opened.db, 'head office');
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const ask = async (token: string, path: string, body?: unknown) => {
    const response = await fetch(`${server.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = (await response.json()) as MadeKey & { items?: ListedKey[]; error?: { code: string; message: string; fix?: string } };
    // Whatever is refused says what is wrong, and what to do about it.
    if (json.error !== undefined)
      expect([json.error.message, json.error.fix]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
    return { said: `${response.status} ${json.error?.code ?? 'ok'}`, json };
  };
  const listed = async (name: string) => (await ask(office, '/v1/keys')).json.items?.find((key) => key.name === name);
  const useOf = async (name: string) => (await listed(name))?.lastUsedAt ?? null;
  /** Asks until the use at this time (milliseconds) is written, which nobody waits for. */
  const isWritten = async (name: string, at: number): Promise<void> => {
    while (Date.parse((await useOf(name)) ?? '') !== at) await new Promise((resolve) => setImmediate(resolve));
  };

  it('[A1] nobody gives a key what they do not have, or ends one that has more', async () => {
    const keys = await insertKey(opened.db, 'for keys', ['keys', 'orders']);
    expect((await ask(keys, '/v1/keys', { name: 'a', scopes: ['orders'] })).said).toBe('201 ok');
    expect((await ask(keys, '/v1/keys', { name: 'b', scopes: ['orders', 'availability'] })).said).toBe('403 scope_not_yours');
    expect(await listed('b')).toBeUndefined();
    const { id = '' } = (await listed('head office')) ?? {};
    expect((await ask(keys, `/v1/keys/${id}/withdraw`, {})).said).toBe('403 scope_not_yours');
    expect((await ask(office, '/v1/keys')).said).toBe('200 ok');
  });

  it('end at their time, and say so', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const { json: made } = await ask(office, '/v1/keys', { name: 'for a day', scopes: ['availability'], expiresAt });
    expect(made.expiresAt).toBe(expiresAt);
    expect((await ask(made.key, '/v1/availability?sku=A')).said).toBe('200 ok');
    vi.setSystemTime(Date.now() + 59_999);
    expect((await ask(made.key, '/v1/availability?sku=A')).said).toBe('200 ok');
    vi.setSystemTime(Date.now() + 1);
    expect((await ask(made.key, '/v1/availability?sku=A')).said).toBe('401 key_expired');
    expect(await listed('for a day')).toMatchObject({ expiresAt, withdrawnAt: null });
  });

  it('the last key that makes keys stays, and one that has expired is no other', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const { id = '' } = (await listed('head office')) ?? {};
    await ask(office, '/v1/keys', { name: 'second', scopes: ['keys', 'users'], expiresAt: soon });
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.parse(soon) + 1);
    expect((await ask(office, `/v1/keys/${id}/withdraw`, {})).said).toBe('409 last_office_key');
    vi.useRealTimers();
    expect((await ask(office, `/v1/keys/${id}/withdraw`, {})).said).toBe('200 ok');
  });

  it('show when they were used last, written at most once a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const start = Date.now();
    const shop = await insertKey(opened.db, 'web shop', 'web_shop');
    expect(await useOf('web shop')).toBeNull();
    const use = () => ask(shop, '/v1/availability?sku=A');
    await use();
    await isWritten('web shop', start);
    vi.setSystemTime(start + 59_999);
    await use();
    // The write of another key that comes later is there, so the one of this key would be.
    vi.setSystemTime(start + 60_000);
    await ask(office, '/v1/registers');
    await isWritten('head office', start + 60_000);
    expect(Date.parse((await useOf('web shop')) ?? '')).toBe(start);
    await use();
    await isWritten('web shop', start + 60_000);
  });

  it('that are refused are not used', async () => {
    const shop = await insertKey(opened.db, 'web shop', 'web_shop');
    expect((await ask(shop, '/v1/keys')).said).toBe('403 not_allowed');
    await ask(office, '/v1/keys');
    await vi.waitFor(async () => expect(await useOf('head office')).not.toBeNull());
    expect(await useOf('web shop')).toBeNull();
  });
});
