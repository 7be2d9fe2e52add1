import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { entityId, instant } from '../base/envelope.ts';
import { WHILE_CURRENT } from '../base/retention.ts';

/** A key by which registers tell the pickup codes of their company from forged ones. The private half never leaves the server. */
export const pickupKey = z.strictObject({
  id: entityId,
  /** Ed25519 (RFC 8032): 32 bytes in base32 without padding. */
  publicKey: z.string().regex(/^[A-Z2-7]{52}$/, 'A public key is 32 bytes in base32.'),
  /** When it was made: the newest signs. */
  at: instant,
  /** Since when its codes do not count any more; null while they do. */
  withdrawnAt: instant.nullable(),
});

export type PickupKey = z.infer<typeof pickupKey>;

/** Few and small: one that is withdrawn stays, so that its codes are told from those of another company. */
export const pickupKeyDocument = defineDocument({
  kind: 'pickup_key',
  since: 2,
  schema: pickupKey,
  scope: 'all',
  stored: { in: 'documents' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: ({ id }) => id,
});
