export interface AttemptLimit {
  /** How long (milliseconds) this address has to wait before it may try; 0 when it may. */
  waitFor(address: string): number;
  /** An attempt from this address has failed. */
  failed(address: string): void;
}

/** How many addresses are remembered at most: the one that has been there longest is forgotten first. */
const REMEMBERED = 10_000;

/** Lets each address fail so many times in a time, so that nobody guesses codes. */
export function createAttemptLimit(limit: { readonly attempts: number; readonly perMs: number }, now: () => number = Date.now): AttemptLimit {
  const failures = new Map<string, number[]>();
  const recent = (address: string): number[] => (failures.get(address) ?? []).filter((at) => at > now() - limit.perMs);
  return {
    waitFor: (address) => {
      const times = recent(address);
      const oldest = times[times.length - limit.attempts];
      return oldest === undefined ? 0 : oldest + limit.perMs - now();
    },
    failed: (address) => {
      const times = [...recent(address), now()];
      failures.delete(address);
      failures.set(address, times);
      const first = failures.keys().next();
      if (failures.size > REMEMBERED && first.done !== true) failures.delete(first.value);
    },
  };
}
