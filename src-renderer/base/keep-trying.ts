export interface Loop {
  /** Asks for another round. One that waits begins now; one that pauses after a failure goes on pausing. */
  kick(): void;
  /** Ends a pause after a failure too, because a person asked or the network is back; never more than {@link MOST_TRIES_A_MINUTE}. */
  retry(): void;
  stop(): void;
}

export interface LoopOptions {
  /** One round. `again` goes on at once, `wait` waits to be kicked or for `idleMs`. A rejection backs off. */
  readonly round: () => Promise<'again' | 'wait'>;
  readonly idleMs: number;
  readonly onError: (error: unknown) => void;
  /** From 0 to 1, for the jitter that keeps 500 registers from coming back in the same second. */
  readonly random: () => number;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 20_000;
const MINUTE_MS = 60_000;

/** How often a loop whose rounds fail tries in a minute at most, whoever asks for it. */
export const MOST_TRIES_A_MINUTE = 20;

/** Full jitter: anything between nothing and twice as long as the time before. */
export function retryDelay(failures: number, random: number): number {
  return Math.round(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 16)) * (0.25 + 0.75 * random));
}

/** Runs rounds one after the other, for ever: at once when kicked, backing off while they fail. */
export function keepTrying({ round, idleMs, onError, random }: LoopOptions): Loop {
  let stopped = false;
  let kicked = false;
  let wake: (() => void) | null = null;
  let isPausing = false;
  /** Until then nothing ends a pause, epoch milliseconds. */
  let quietUntil = 0;
  /** When rounds failed lately, epoch milliseconds. */
  let failedAt: number[] = [];

  function sleep(ms: number): Promise<void> {
    if (stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        wake = null;
        resolve();
      }
      wake = done;
    });
  }

  async function pause(ms: number): Promise<void> {
    isPausing = true;
    await sleep(ms);
    isPausing = false;
  }

  /** Notes a failure. @returns for how many milliseconds the loop has to be quiet, whoever asks. */
  function noteFailure(): number {
    const now = Date.now();
    // A clock that was set back must not hold the loop up.
    failedAt = [...failedAt.filter((at) => at <= now && at > now - MINUTE_MS), now];
    const [first = now] = failedAt;
    return failedAt.length < MOST_TRIES_A_MINUTE ? 0 : first + MINUTE_MS - now;
  }

  async function run() {
    let failures = 0;
    while (!stopped) {
      kicked = false;
      try {
        const next = await round();
        failures = 0;
        if (next === 'wait' && !kicked) await sleep(idleMs);
      } catch (error) {
        onError(error);
        const quietMs = noteFailure();
        quietUntil = Date.now() + quietMs;
        await pause(Math.max(retryDelay(failures, random()), quietMs));
        failures += 1;
      }
    }
  }

  // The first round begins after the caller has the loop in hand, which a round may want to kick.
  void Promise.resolve().then(run);
  return {
    kick() {
      kicked = true;
      if (!isPausing) wake?.();
    },
    retry() {
      kicked = true;
      if (!isPausing || Date.now() >= quietUntil) wake?.();
    },
    stop() {
      stopped = true;
      wake?.();
    },
  };
}
