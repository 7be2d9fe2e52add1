import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AttemptLimit } from './limit-attempts.ts';
import { HttpRefusal } from './refuse.ts';

export interface LookUp {
  readonly registerId: string;
  /** What the register does too often, for its answer. */
  readonly message: string;
  /** What the log tells of it. */
  readonly about: Readonly<Record<string, string>>;
}

/** Counts a register's look-up. @throws HttpRefusal (429), with the seconds to wait. */
export async function takeLookUp(
  limit: AttemptLimit,
  { registerId, message, about }: LookUp,
  request: Pick<FastifyRequest, 'log'>,
  reply: Pick<FastifyReply, 'header'>,
): Promise<void> {
  const allowance = await limit.take(registerId);
  if (allowance.ok) return;
  const seconds = Math.ceil(allowance.waitMs / 1000);
  request.log.warn(about, 'a register looks up more than people bring');
  void reply.header('retry-after', seconds);
  throw new HttpRefusal(429, { code: 'too_many_attempts', message, fix: `Wait ${seconds} seconds.` });
}
