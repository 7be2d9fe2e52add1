import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PullResponse } from '../../domain/protocol/protocol.ts';
import type { ServerClient } from '../sync/server-client.ts';
import { createPinSeal, sealingClient } from './pin-seal.ts';

const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const salt = 'ab'.repeat(16);
const pin = { salt, iterations: 10_000, hash: pbkdf2Sync('123456', Buffer.from(salt, 'hex'), 10_000, 32, 'sha256').toString('hex') };

describe('the seal of PINs', () => {
  it('is opened by the key of the device, for the same associate, and by nothing else', async () => {
    const seal = createPinSeal(await newKey());
    const sealed = await seal.seal('ANA', pin);
    expect(JSON.stringify(sealed)).not.toContain(pin.hash);
    expect(await seal.open('ANA', sealed)).toEqual(pin);
    await expect(seal.open('BEN', sealed)).rejects.toThrow();
    await expect(createPinSeal(await newKey()).open('ANA', sealed)).rejects.toThrow();
    await expect(seal.open('ANA', pin)).rejects.toThrow();
  });

  it('is on every associate that is pulled, and leaves everything else as it came', async () => {
    const changes = [
      {
        scope: 'store:S1',
        seq: 1,
        kind: 'associate',
        id: 'ANA',
        body: { id: 'ANA', name: 'Ana', pin, badge: { selector: 'ABCDEFGH', secret: { ...pin, hash: 'cd'.repeat(32) } } },
      },
      { scope: 'store:S1', seq: 2, kind: 'associate', id: 'BEN', body: null },
      { scope: 'all', seq: 3, kind: 'company', id: 'company', body: { name: 'Company', pin } },
    ];
    const seal = createPinSeal(await newKey());
    const client = sealingClient({ pull: () => Promise.resolve({ changes } as unknown as PullResponse) } as unknown as ServerClient, seal);
    const [ana, ...others] = (await client.pull({}, 1, null)).changes;
    expect(others).toEqual(changes.slice(1));
    expect(ana).toMatchObject({ id: 'ANA', body: { name: 'Ana' } });
    for (const hash of [pin.hash, 'cd'.repeat(32)]) expect(JSON.stringify(ana)).not.toContain(hash);
    const { selector, secret } = (ana?.body as { badge: { selector: string; secret: unknown } }).badge;
    expect([selector, await seal.open('ANA', secret)]).toEqual(['ABCDEFGH', { ...pin, hash: 'cd'.repeat(32) }]);
    expect(await seal.open('ANA', (ana?.body as { pin: unknown }).pin)).toEqual(pin);
  });
});
