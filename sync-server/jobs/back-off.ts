/** A job in the database that was tried so often without success is given up: it would fail the next time too. */
export const MOST_ATTEMPTS = 10;

/** As often an outside partner is asked: for most of a day, since a mail server may well be away for hours. */
export const MOST_CALLS = 36;

/** How often a job is tried at most, by where its work is done. */
export function mostAttempts(where: 'database' | 'outside'): number {
  return where === 'outside' ? MOST_CALLS : MOST_ATTEMPTS;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 3_600_000;

/**
 * How long (milliseconds) a job waits after an attempt: twice as long each time, up to an hour, and up to half shorter by chance, so that
 * jobs that failed together do not come together again.
 * @param attempts how often it was tried, from 1 on.
 * @param chance from 0 to 1.
 */
export function backOffMs(attempts: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
  return Math.round(longest * (1 - chance / 2));
}
