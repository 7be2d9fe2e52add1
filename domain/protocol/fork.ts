import { z } from 'zod';
import { instant } from '../base/envelope.ts';
import { PUSH_LIMIT } from './protocol.ts';

/**
 * `POST /v1/forks`: a register that runs on two machines (rule J7) hands over what it has and the server does not, in `seq`
 * order. It is kept for the head office and has no effect by itself, so nothing that was done on either machine is lost.
 */
export const forkReport = z.strictObject({ operations: z.array(z.unknown()).min(1).max(PUSH_LIMIT) });

export const forkAnswer = z.object({
  /** Whether the register is stopped. False when all of it fits what the server has: then it runs once, and goes on. */
  cloned: z.boolean(),
  serverTime: instant,
});

export type ForkAnswer = z.infer<typeof forkAnswer>;
