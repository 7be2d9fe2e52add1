import type { DeviceNotes } from '../storage/device-notes.ts';
import { keyDatabase } from '../storage/key-database.ts';

/** Where the register's token is kept: encrypted, by a key that cannot be read out. */
export interface Secrets {
  load(name: string): Promise<string | null>;
  store(name: string, secret: string): Promise<void>;
  /** Whether this device has what it takes to keep a secret. */
  canKeep(): Promise<boolean>;
}

/** The device's AES key, made at first use. WebCrypto never gives its bytes away. */
export async function deviceKey(): Promise<CryptoKey> {
  const known = await keyDatabase.read<CryptoKey>('device');
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await keyDatabase.write('device', made);
  return made;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Secrets of a register in a browser: AES-GCM with a key that is not extractable. */
export function browserSecrets(notes: DeviceNotes): Secrets {
  return {
    canKeep: () => Promise.resolve(true),
    async load(name) {
      const stored = (await notes.read(`secret:${name}`)) as { iv: string; data: string } | undefined;
      if (stored === undefined) return null;
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(stored.iv) }, await deviceKey(), fromBase64(stored.data));
      return new TextDecoder().decode(plain);
    },
    async store(name, secret) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await deviceKey(), new TextEncoder().encode(secret));
      await notes.write(`secret:${name}`, { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) });
    },
  };
}
