import { ServerRefused, ServerUnreachable } from '../base/http-client.ts';

/** How many things one message carries at most, learned from what gets through. */
export interface BatchSize {
  current(): number;
  succeeded(): void;
  /** A message with `sent` things was too large, or too slow, for what lies between: the next has half as many, down to one. */
  didNotFit(sent: number): void;
  /** The server failed over a message with `sent` things: halves lead to the one that it cannot take. */
  failed(sent: number): void;
}

/** What fits is tried out again only after this many messages that got through, because a message that does not fit costs a time-out. */
const TRY_LARGER_AFTER = 16;

/** @param most how many things a message carries at most, ever. */
export function createBatchSize(most: number): BatchSize {
  let size = most;
  let ceiling = most;
  let streak = 0;
  const half = (sent: number) => Math.max(1, Math.floor(sent / 2));
  return {
    current: () => size,
    succeeded() {
      streak += 1;
      if (streak >= TRY_LARGER_AFTER && ceiling < most) {
        ceiling = Math.min(most, ceiling * 2);
        streak = 0;
      }
      size = Math.min(ceiling, size * 2);
    },
    didNotFit(sent) {
      ceiling = half(sent);
      size = ceiling;
      streak = 0;
    },
    failed(sent) {
      size = half(sent);
      streak = 0;
    },
  };
}

/** Tells how large the next message may be, after one with `sent` things that did not get through. */
export function learnFrom(error: unknown, size: BatchSize, sent: number): void {
  const status = error instanceof ServerUnreachable || error instanceof ServerRefused ? error.status : null;
  if (status === 413 || (error instanceof ServerUnreachable && error.timedOut)) size.didNotFit(sent);
  else if (status === 500) size.failed(sent);
}
