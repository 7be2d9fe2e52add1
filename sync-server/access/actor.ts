import type { FastifyRequest } from 'fastify';
import type { ActionCode, ActorKind } from '../../domain/access/actions.ts';
import type { Tx } from '../db/database.ts';

/** Who changes something for the head office, and from where. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string;
  readonly name: string;
  /** Null on the server's own machine. */
  readonly address: string | null;
}

/** Whoever has the server's machine, and so the database. */
export const COMMAND_LINE: Actor = { kind: 'command', id: 'command', name: 'the command line', address: null };

/** Who asks. For routes that only keys and office users are let into. */
export function actorOf(request: FastifyRequest): Actor {
  const { caller, ip } = request;
  if (caller === null || caller.kind === 'register') throw new Error('This route is not for the head office.');
  return { kind: caller.kind, id: caller.id, name: caller.name, address: ip };
}

/** The person at the head office who asks; null where a machine does, which keeps a log of its own. */
export function userOf(request: FastifyRequest): Actor | null {
  return request.caller?.kind === 'user' ? actorOf(request) : null;
}

/** What stands for them in an operation or an event: the name of a machine's key, and of a person only the id (rule A2). */
export function nameInOperation({ kind, id, name }: Actor): string {
  return kind === 'user' ? id : name;
}

export interface Action {
  readonly code: ActionCode;
  /** The id of what it was done to. */
  readonly subject: string;
  /** Ids and codes only, never a secret or what a person typed. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Keeps what was done, in the transaction that does it. */
export async function logAction(tx: Tx, by: Actor, { code, subject, before, after }: Action): Promise<void> {
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  await tx
    .insertInto('office_actions')
    .values({
      actor_kind: by.kind,
      actor_id: by.id,
      actor_name: by.name,
      address: by.address,
      action: code,
      subject,
      before: json(before),
      after: json(after),
    })
    .execute();
}
