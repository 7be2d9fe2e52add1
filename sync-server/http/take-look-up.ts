import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Allowance, AttemptLimit } from './limit-attempts.ts';
import { HttpRefusal } from './refuse.ts';

export interface LookUp {
  readonly registerId: string;
  /** What the register does too often, for its answer. */
  readonly message: string;
  /** What the log tells of it. */
  readonly about: Readonly<Record<string, string>>;
  /** How many it looks up at once; one unless it is given. */
  readonly count?: number;
}

/** Counts a register's look-ups, all or none. @throws HttpRefusal (429), with the seconds to wait. */
export async function takeLookUp(
  limit: AttemptLimit,
  { registerId, message, about, count = 1 }: LookUp,
  request: Pick<FastifyRequest, 'log'>,
  reply: Pick<FastifyReply, 'header'>,
): Promise<void> {
  const taken: (Allowance & { readonly ok: true })[] = [];
  let waitMs = 0;
  while (waitMs === 0 && taken.length < count) {
    const allowance = await limit.take(registerId);
    if (allowance.ok) taken.push(allowance);
    else waitMs = allowance.waitMs;
  }
  if (waitMs === 0) return;
  for (const one of taken) await one.giveBack();
  const seconds = Math.ceil(waitMs / 1000);
  request.log.warn(about, 'a register looks up more than people bring');
  void reply.header('retry-after', seconds);
  throw new HttpRefusal(429, { code: 'too_many_attempts', message, fix: `Wait ${seconds} seconds.` });
}
