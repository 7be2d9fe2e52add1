import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';

/** A register as those see it who decide which ones may work. */
export const listedRegister = z.object({
  id: text,
  /** Of its receipt numbers. */
  prefix: text,
  storeId: text,
  storeName: text,
  status: z.enum(['active', 'cloned', 'withdrawn']),
  enrolledAt: instant,
  lastSeenAt: instant,
  /** Whether the server knows a key of it, and so takes only what it has signed (rule A4). */
  signs: z.boolean(),
  /** How many of its operations the pool has. */
  operations: z.number(),
  /** How many of its operations have not arrived, as far as later ones tell; what the device alone has is not counted. */
  missing: z.number(),
});
/** `GET /v1/registers`. */
export const registerList = z.object({ items: z.array(listedRegister) });
/** `POST /v1/registers/codes`. */
export const codeRequest = z.strictObject({ storeId: entityId });
/** Its answer: a code works once. */
export const registerCode = z.object({ code: text, expiresAt: instant });

export type ListedRegister = z.infer<typeof listedRegister>;
export type RegisterCode = z.infer<typeof registerCode>;
