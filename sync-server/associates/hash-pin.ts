import { pbkdf2Sync } from 'node:crypto';
import type { PinHash } from '../../domain/associates/associate.ts';

/** Hashes a PIN as registers check it: PBKDF2-HMAC-SHA-256. @param salt 16 bytes in hexadecimal. */
export function hashPin(pin: string, salt: string, iterations: number): PinHash {
  return { salt, iterations, hash: pbkdf2Sync(pin, Buffer.from(salt, 'hex'), iterations, 32, 'sha256').toString('hex') };
}
