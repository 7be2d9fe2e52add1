import type { EventStream, Subscriber } from '../base/event-stream.ts';
import { sql } from 'kysely';
import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import type { Db } from '../db/database.ts';

export interface EventStreamOptions {
  /** How long (milliseconds) pokes are gathered. */
  readonly throttleMs: number;
  /** How often (milliseconds) the heads are read without a poke: another process may have written. */
  readonly pollMs: number;
  /** Told of the first failure of a row of them. */
  readonly onError: (error: Error) => void;
  /** Told when the heads could be read again. */
  readonly onRecovered?: () => void;
}

/** Tells subscribers how far their scopes have come. A hint to pull; nothing is lost when one is missed. */
export function createEventStream(db: Db, { throttleMs, pollMs, onError, onRecovered }: EventStreamOptions): EventStream {
  const told = new Map<Subscriber, Checkpoint>();
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();
  let isReading = false;
  let again = false;
  let failing = false;

  const tellMoved = async (): Promise<void> => {
    const scopes = [...new Set([...told.keys()].flatMap((one) => one.scopes))];
    const rows = await db.selectFrom('scope_heads').select(['scope', 'seq']).where(sql<boolean>`scope = any(${scopes}::text[])`).execute();
    const heads = new Map(rows.map((row) => [row.scope, row.seq]));
    for (const [subscriber, last] of told) {
      const now = Object.fromEntries(subscriber.scopes.map((scope) => [scope, heads.get(scope) ?? 0]));
      if (subscriber.scopes.every((scope) => last[scope] === now[scope])) continue;
      told.set(subscriber, now);
      subscriber.tell(now);
    }
  };

  const read = (): void => {
    timer = undefined;
    if (told.size === 0) return;
    isReading = true;
    reading = tellMoved()
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
      told.set(subscriber, {});
      schedule();
      return () => told.delete(subscriber);
    },
    poke: schedule,
    close: async () => {
      clearInterval(poll);
      clearTimeout(timer);
      told.clear();
      await reading;
    },
  };
}
