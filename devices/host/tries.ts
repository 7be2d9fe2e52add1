const FREE_TRIES = 3;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Counts wrong tries, and says how long the next one has to wait. */
export interface Tries {
  /** In milliseconds; 0 where one may try now. */
  waitMs(): number;
  wrong(): void;
  right(): void;
}

/** @param now milliseconds that only grow. */
export function createTries(now: () => number): Tries {
  let wrong = 0;
  let until = 0;
  return {
    waitMs: () => Math.max(0, until - now()),
    wrong() {
      wrong += 1;
      if (wrong >= FREE_TRIES) until = now() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES));
    },
    right() {
      wrong = 0;
      until = 0;
    },
  };
}
