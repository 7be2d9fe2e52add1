import type { Actor } from '../../sync-server/access/actor.ts';

/** Somebody of the head office, for tests that ask no server. */
export function actorNamed(name: string): Actor {
  return { kind: 'user', id: name, name, address: '127.0.0.1' };
}
