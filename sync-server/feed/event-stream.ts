import type { EventStream, Subscriber } from '../base/event-stream.ts';
import { sql } from 'kysely';
import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import type { Db } from '../db/database.ts';

export interface EventStreamOptions {
  /** How long (milliseconds) pokes are gathered. */
  readonly throttleMs: number;
  /** How often (milliseconds) the heads are read without a poke: another process may have written. */
  readonly pollMs: number;
  /** Called at the first failure of a row of them. */
  readonly onError: (error: Error) => void;
  /** Called when the heads could be read again. */
  readonly onRecovered?: () => void;
}

/** Notifies subscribers how far their scopes have come. A hint to pull; nothing is lost when one is missed. */
export function createEventStream(db: Db, { throttleMs, pollMs, onError, onRecovered }: EventStreamOptions): EventStream {
  const sent = new Map<Subscriber, Checkpoint>();
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();
  let isReading = false;
  let again = false;
  let failing = false;

  const notifyMoved = async (): Promise<void> => {
    const scopes = [...new Set([...sent.keys()].flatMap((one) => one.scopes))];
    const rows = await db.selectFrom('scope_heads').select(['scope', 'seq']).where(sql<boolean>`scope = any(${scopes}::text[])`).execute();
    const heads = new Map(rows.map((row) => [row.scope, row.seq]));
    for (const [subscriber, last] of sent) {
      const now = Object.fromEntries(subscriber.scopes.map((scope) => [scope, heads.get(scope) ?? 0]));
      if (subscriber.scopes.every((scope) => last[scope] === now[scope])) continue;
      sent.set(subscriber, now);
      subscriber.onMoved(now);
    }
  };

  const read = (): void => {
    timer = undefined;
    if (sent.size === 0) return;
    isReading = true;
    reading = notifyMoved()
      .then(
        () => {
          if (failing) onRecovered?.();
          failing = false;
        },
        (error: unknown) => {
          if (!failing) onError(error instanceof Error ? error : new Error(String(error)));
          failing = true;
        },
      )
      .finally(() => {
        isReading = false;
        if (again) schedule();
        again = false;
      });
  };

  const schedule = (): void => {
    // What is written while the heads are being read may not be among them.
    if (isReading) again = true;
    else timer ??= setTimeout(read, throttleMs);
  };

  const poll = setInterval(schedule, pollMs);
  poll.unref();

  return {
    subscribe: (subscriber) => {
      sent.set(subscriber, {});
      schedule();
      return () => sent.delete(subscriber);
    },
    poke: schedule,
    close: async () => {
      clearInterval(poll);
      clearTimeout(timer);
      sent.clear();
      await reading;
    },
  };
}
