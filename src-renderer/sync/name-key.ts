import type { PublicKey } from '../../domain/base/signature.ts';
import { keepTrying, type Loop } from '../base/keep-trying.ts';
import { ServerRefused } from '../base/http-client.ts';
import type { ServerClient } from './server-client.ts';

export interface NameKeyOptions {
  readonly client: Pick<ServerClient, 'nameKey'>;
  readonly publicKey: PublicKey;
  readonly onError: (error: unknown) => void;
  readonly random: () => number;
}

/** The server may forget the key that it knows, when a person asks it to. */
const ASK_AGAIN_MS = 600_000;

/**
 * Names the register's key to the server at each start, until the server has it. Only a register that was enrolled by an app without
 * keys, or whose key was forgotten, has something new to say.
 */
export function startNamingKey({ client, publicKey, onError, random }: NameKeyOptions): Loop {
  const loop = keepTrying({
    idleMs: ASK_AGAIN_MS,
    random,
    // A server that cannot be asked is nothing to report: the outbox and the pull say so.
    onError: () => undefined,
    async round() {
      try {
        await client.nameKey(publicKey);
        loop.stop();
      } catch (error) {
        if (!(error instanceof ServerRefused)) throw error;
        // Any other refusal is one of the whole register, which its other requests meet too.
        if (error.code === 'key_known') onError(error);
      }
      return 'wait';
    },
  });
  return loop;
}
