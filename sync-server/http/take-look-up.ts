import type { FastifyReply } from 'fastify';
import type { AttemptLimit } from './limit-attempts.ts';
import { HttpRefusal } from './refuse.ts';

/** Counts a register's look-up. @param message what it did too often. @throws HttpRefusal (429), with the seconds to wait. */
export async function takeLookUp(limit: AttemptLimit, registerId: string, reply: FastifyReply, message: string): Promise<void> {
  const allowance = await limit.take(registerId);
  if (allowance.ok) return;
  const seconds = Math.ceil(allowance.waitMs / 1000);
  reply.log.warn({ registerId }, message);
  void reply.header('retry-after', seconds);
  throw new HttpRefusal(429, { code: 'too_many_attempts', message, fix: `Wait ${seconds} seconds.` });
}
