const DIGITS = 36;
/** Two digits after the time: how many messages a millisecond has room for. */
const IN_A_MILLISECOND = DIGITS ** 2;
/** nexo allows ten characters. Eight are the time until the year 2059. */
const LENGTH = 10;

/**
 * Gives each message to a terminal a name of its own (rule E2): the time, and two digits by chance for registers that share a terminal
 * and for a clock that was set back. Later ones are greater.
 * @param now epoch milliseconds. @param random from 0 to 1.
 */
export function createServiceIds(now: () => number, random: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * IN_A_MILLISECOND + Math.floor(random() * IN_A_MILLISECOND));
    return last.toString(DIGITS).toUpperCase().padStart(LENGTH, '0').slice(-LENGTH);
  };
}
