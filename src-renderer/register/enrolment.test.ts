import { afterEach, expect, it, vi } from 'vitest';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { enrol } from './enrolment.ts';
import { keyStoreKeys } from './register-key.ts';

afterEach(() => vi.unstubAllGlobals());

it('does not use a register code up on a device that cannot keep the key', async () => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  const notes: DeviceNotes = {
    read: () => Promise.resolve(undefined),
    write: () => Promise.reject(new Error('nothing is written')),
    writeBehind: () => undefined,
  };
  const secrets = {
    canKeep: () => Promise.resolve(false),
    load: () => Promise.resolve(null),
    store: () => Promise.reject(new Error('no_encryption')),
  };
  expect(await enrol(notes, { secrets, keys: keyStoreKeys(secrets) }, 'http://server', 'ABCD-EFGH')).toEqual({
    ok: false,
    refusal: { code: 'no_key_store' },
  });
  expect(asked).not.toHaveBeenCalled();
});

it('[A4] names its key as it enrols, and keeps it for the register that it becomes', async () => {
  const asked: { publicKey?: unknown }[] = [];
  const answer = {
    registerId: 'R-1',
    storeId: 'S1',
    storeName: 'Store',
    prefix: 'A1',
    token: 'token',
    serverTime: '2026-03-02T10:00:00.000Z',
  };
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body) as object);
    return Promise.resolve(Response.json(answer, { headers: { [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) } }));
  });
  const kept = new Map<string, unknown>();
  const notes: DeviceNotes = {
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, value) => Promise.resolve(void kept.set(name, value)),
    writeBehind: () => undefined,
  };
  const secrets = {
    canKeep: () => Promise.resolve(true),
    load: (name: string) => Promise.resolve((kept.get(name) as string | undefined) ?? null),
    store: (name: string, secret: string) => Promise.resolve(void kept.set(name, secret)),
  };
  const keys = keyStoreKeys(secrets);
  expect(await enrol(notes, { secrets, keys }, 'http://server', 'ABCD-EFGH')).toMatchObject({ ok: true });
  expect(asked.map(({ publicKey }) => publicKey)).toEqual([(await keys.load('R-1'))?.publicKey]);
  expect([...kept.keys()]).toEqual(['register-key.r-1', 'register-token.r-1', 'enrolment']);
});
