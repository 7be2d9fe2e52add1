import { keepTrying, type Loop } from '../base/keep-trying.ts';
import type { KeptList } from '../storage/kept-list.ts';
import type { RegisterParts } from './register-parts.ts';
import { isNotUnderstood, reportRefusals } from './server-refusals.ts';

const IDLE_MS = 60_000;

/**
 * Tells the server what a list on the device keeps beside the journal, one after the other, until it knows each. Told twice, it must change
 * nothing. What the server does not understand is dropped and reported: it must not hold up the others (rule J6).
 * @param isWhole whether an entry may be told yet.
 */
export function tellKept<E>(
  { link, random, onError }: Pick<RegisterParts, 'link' | 'random' | 'onError'>,
  outbox: KeptList<E>,
  tell: (entry: E) => Promise<void>,
  isWhole: (entry: E) => boolean = () => true,
): Loop {
  const loop = keepTrying({
    idleMs: IDLE_MS,
    random,
    onError: reportRefusals(onError),
    async round() {
      const next = outbox.entries.find(isWhole);
      if (next === undefined) return 'wait';
      try {
        await tell(next);
      } catch (error) {
        if (!isNotUnderstood(error)) throw error;
        onError(error);
      }
      await outbox.update((entries) => entries.filter((one) => one !== next));
      return 'again';
    },
  });
  const endLink = link.state.subscribe((after, before) => {
    if (after.connection.status === 'online' && before.connection.status !== 'online') loop.retry();
  });
  return {
    ...loop,
    stop() {
      endLink();
      loop.stop();
    },
  };
}
