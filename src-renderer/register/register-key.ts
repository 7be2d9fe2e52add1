import { z } from 'zod';
import { publicKey, type PublicKey } from '../../domain/base/signature.ts';
import type { KeyDatabase } from '../storage/key-database.ts';
import type { Secrets } from './secrets.ts';

/** The key pair of a register (rule A4). */
export interface RegisterKey {
  readonly publicKey: PublicKey;
  /** @returns ECDSA with SHA-256 over the text: r and s, 64 bytes in base64url. */
  sign(text: string): Promise<string>;
}

/** A pair that is not kept yet: until it has enrolled, a register has no id to keep it under. */
export interface NewKey extends RegisterKey {
  keepFor(registerId: string): Promise<void>;
}

/** Where a device keeps the key pairs of its registers. */
export interface RegisterKeys {
  make(): Promise<NewKey>;
  /** Null when this device has none for this register. @throws when there is one that cannot be read. */
  load(registerId: string): Promise<RegisterKey | null>;
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function pick({ kty, crv, x, y }: JsonWebKey): PublicKey {
  return publicKey.parse({ kty, crv, x, y });
}

function signingWith(key: CryptoKey): RegisterKey['sign'] {
  return async (text) => base64url(await crypto.subtle.sign(SIGNING, key, new TextEncoder().encode(text)));
}

async function keyOf(pair: CryptoKeyPair): Promise<RegisterKey> {
  return { publicKey: pick(await crypto.subtle.exportKey('jwk', pair.publicKey)), sign: signingWith(pair.privateKey) };
}

/** Key pairs in a browser. No script can read the private key, but a copy of the whole profile has it too. */
export function browserKeys(database: KeyDatabase): RegisterKeys {
  const nameOf = (registerId: string) => `register:${registerId}`;
  return {
    async make() {
      const pair = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
      return { ...(await keyOf(pair)), keepFor: (registerId) => database.write(nameOf(registerId), pair) };
    },
    async load(registerId) {
      const pair = await database.read<CryptoKeyPair>(nameOf(registerId));
      return pair === undefined ? null : keyOf(pair);
    },
  };
}

const privateKey = z.strictObject({ ...publicKey.shape, d: publicKey.shape.x });

async function importPrivate(jwk: z.infer<typeof privateKey>): Promise<RegisterKey> {
  return { publicKey: pick(jwk), sign: signingWith(await crypto.subtle.importKey('jwk', jwk, CURVE, false, ['sign'])) };
}

/** Key pairs in the operating system's key store: whoever copies the page's databases does not have them. */
export function keyStoreKeys(secrets: Pick<Secrets, 'load' | 'store'>): RegisterKeys {
  const nameOf = (registerId: string) => `register-key.${registerId.toLowerCase()}`;
  return {
    async make() {
      const pair = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
      const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
      const jwk = privateKey.parse({ kty, crv, x, y, d });
      return { ...(await importPrivate(jwk)), keepFor: (registerId) => secrets.store(nameOf(registerId), JSON.stringify(jwk)) };
    },
    async load(registerId) {
      const kept = await secrets.load(nameOf(registerId));
      return kept === null ? null : importPrivate(privateKey.parse(JSON.parse(kept)));
    },
  };
}

/** The key of a register; made now if an app before rule A4 has enrolled it. */
export async function loadOrMakeKey(keys: RegisterKeys, registerId: string): Promise<RegisterKey> {
  const known = await keys.load(registerId);
  if (known !== null) return known;
  const made = await keys.make();
  await made.keepFor(registerId);
  return made;
}
