import { describe, expect, it } from 'vitest';
import { publicKey } from '../../domain/base/signature.ts';
import type { KeyDatabase } from '../storage/key-database.ts';
import { browserKeys, keyStoreKeys, loadOrMakeKey, type RegisterKeys } from './register-key.ts';

/** Keeps what a structured clone keeps, as IndexedDB does. */
function memoryDatabase(): KeyDatabase & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    read: <T>(name: string) => Promise.resolve(structuredClone(kept.get(name)) as T | undefined),
    write: (name, key) => Promise.resolve(void kept.set(name, structuredClone(key))),
  };
}

function memorySecrets() {
  const kept = new Map<string, string>();
  return {
    kept,
    load: (name: string) => Promise.resolve(kept.get(name) ?? null),
    store: (name: string, secret: string) => Promise.resolve(void kept.set(name, secret)),
  };
}

async function holds(key: JsonWebKey, text: string, signature: string): Promise<boolean> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const imported = await crypto.subtle.importKey('jwk', key, curve, false, ['verify']);
  const bytes = new Uint8Array(Buffer.from(signature, 'base64url'));
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, bytes, new TextEncoder().encode(text));
}

const stores: readonly (readonly [string, () => RegisterKeys])[] = [
  ['in a browser', () => browserKeys(memoryDatabase())],
  ['in the key store of the operating system', () => keyStoreKeys(memorySecrets())],
];

describe.each(stores)('[A4] the key of a register, %s', (_where, open) => {
  it('signs as it did before, after it was kept and loaded', async () => {
    const keys = open();
    const made = await keys.make();
    expect(publicKey.parse(made.publicKey)).toEqual(made.publicKey);
    expect(await keys.load('R1')).toBeNull();
    await made.keepFor('R1');
    const loaded = await keys.load('R1');
    expect(loaded?.publicKey).toEqual(made.publicKey);
    for (const key of [made, loaded]) {
      const signature = (await key?.sign('a text')) ?? '';
      expect(signature).toMatch(/^[A-Za-z0-9_-]{86}$/);
      expect(await holds(made.publicKey, 'a text', signature)).toBe(true);
      expect(await holds(made.publicKey, 'another text', signature)).toBe(false);
    }
  });

  it('is another for each register, and made once', async () => {
    const keys = open();
    const [one, two] = [await loadOrMakeKey(keys, 'R1'), await loadOrMakeKey(keys, 'R2')];
    expect(one.publicKey).not.toEqual(two.publicKey);
    expect((await loadOrMakeKey(keys, 'R1')).publicKey).toEqual(one.publicKey);
  });
});

it('[A4] no script can read the private key in a browser', async () => {
  const database = memoryDatabase();
  await (await browserKeys(database).make()).keepFor('R1');
  const { privateKey } = database.kept.get('register:R1') as CryptoKeyPair;
  expect(privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
});

it('[A4] a key that does not open is not replaced: the server knows it', async () => {
  const kept: string[] = [];
  const keys = keyStoreKeys({
    load: () => Promise.reject(new Error('unreadable_secret')),
    store: (name) => Promise.resolve(void kept.push(name)),
  });
  await expect(loadOrMakeKey(keys, 'R1')).rejects.toThrow('unreadable_secret');
  expect(kept).toEqual([]);
});

it('names the key as the key store of the desktop app takes it', async () => {
  const secrets = memorySecrets();
  await (await keyStoreKeys(secrets).make()).keepFor('01A201B1-41CA-720A-89C1-0D6F0879B5AE');
  expect([...secrets.kept.keys()]).toEqual(['register-key.01a201b1-41ca-720a-89c1-0d6f0879b5ae']);
});
