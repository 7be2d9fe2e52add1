import { bytesToHex } from '@noble/hashes/utils.js';
import type { PinHash } from '../../domain/associates/associate.ts';

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/** Whether a PIN is the one that was hashed: PBKDF2-HMAC-SHA-256, checked on this device. */
export async function verifyPin(pin: string, stored: PinHash): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(stored.salt), iterations: stored.iterations },
    key,
    256,
  );
  return bytesToHex(new Uint8Array(bits)) === stored.hash;
}
