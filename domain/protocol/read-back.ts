import { z } from 'zod';
import { instant } from '../base/envelope.ts';
import { PUSH_LIMIT } from './protocol.ts';

/**
 * `GET /v1/journal?after=…`: what the server has of the register's own operations, for a register whose journal is
 * damaged. Asked for only then.
 */
export const readBackRequest = z.strictObject({
  /** A `seq`: what comes after it is given. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(PUSH_LIMIT).default(PUSH_LIMIT),
});

export const readBackResponse = z.object({
  /** As they were sent, applied, quarantined or parked, in `seq` order; what came damaged is given back damaged. */
  operations: z.array(z.unknown()),
  /** The highest `seq` of this register that the server has. */
  lastSeq: z.number().int().min(0),
  serverTime: instant,
});

export type ReadBackResponse = z.infer<typeof readBackResponse>;
