import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';

export const role = z.enum(['associate', 'picker', 'senior', 'manager']);

/** A PIN as PBKDF2-HMAC-SHA-256 leaves it, so that a register checks it without a network and without knowing it. */
export const pinHash = z.strictObject({
  /** Hexadecimal, 16 bytes. */
  salt: text.regex(/^[0-9a-f]{32}$/),
  iterations: z.number().int().min(10_000),
  /** Hexadecimal, 32 bytes. */
  hash: text.regex(/^[0-9a-f]{64}$/),
});

/** How many digits a PIN has that is made for somebody. Those of the sample have four. */
export const PIN_DIGITS = 6;

/** A badge, by what says whose it is and a slow hash of the rest. */
export const badgeHash = z.strictObject({ selector: text.regex(/^[2-9A-HJ-NP-Z]{8}$/), secret: pinHash });

/** A person who works in a store. */
export const associate = z.strictObject({
  id: entityId,
  storeId: entityId,
  name: text.min(1).max(120),
  role,
  pin: pinHash,
  /** Null for people without one. */
  badge: badgeHash.nullable().default(null),
});

export type Role = z.infer<typeof role>;
export type BadgeHash = z.infer<typeof badgeHash>;
export type PinHash = z.infer<typeof pinHash>;
export type Associate = z.infer<typeof associate>;
