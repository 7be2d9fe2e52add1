import { sha256Hex } from '../base/hash-operation.ts';

/** What a pickup code is stored as: the register can check it offline, and nobody can read it there. */
export function hashPickupCode(orderNumber: string, code: string): string {
  return sha256Hex(`${orderNumber}:${code.trim().toUpperCase()}`);
}
