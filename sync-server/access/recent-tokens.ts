import { hashSecret } from '../base/secrets.ts';

/** Which tokens were right a moment ago. */
export interface RecentTokens {
  note(token: string): void;
  has(token: string): boolean;
}

/**
 * Remembers tokens that were right, by their hashes. It lets nobody in: it only says whose next request is likely to be let in.
 * @param forMs how long (milliseconds).
 * @param most how many at most; the one noted longest ago goes first.
 * @param now the time in milliseconds.
 */
export function rememberTokens(forMs: number, most: number, now: () => number = () => performance.now()): RecentTokens {
  const notedAt = new Map<string, number>();
  return {
    note(token) {
      const hash = hashSecret(token);
      // Taken out first, so that the map stays in the order of time.
      notedAt.delete(hash);
      notedAt.set(hash, now());
      const [oldest] = notedAt.keys();
      if (notedAt.size > most && oldest !== undefined) notedAt.delete(oldest);
    },
    has(token) {
      const at = notedAt.get(hashSecret(token));
      return at !== undefined && now() - at < forMs;
    },
  };
}
