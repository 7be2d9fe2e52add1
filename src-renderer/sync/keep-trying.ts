export interface Loop {
  /** Asks for another round now, however long the loop meant to wait. */
  kick(): void;
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

/** Full jitter: anything between nothing and twice as long as the time before. */
export function retryDelay(failures: number, random: number): number {
  return Math.round(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 16)) * (0.25 + 0.75 * random));
}

/** Runs rounds one after the other, for ever: at once when kicked, backing off while they fail. */
export function keepTrying({ round, idleMs, onError, random }: LoopOptions): Loop {
  let stopped = false;
  let kicked = false;
  let wake: (() => void) | null = null;

  function sleep(ms: number): Promise<void> {
    if (kicked || stopped) return Promise.resolve();
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

  async function run() {
    let failures = 0;
    while (!stopped) {
      kicked = false;
      try {
        const next = await round();
        failures = 0;
        if (next === 'wait') await sleep(idleMs);
      } catch (error) {
        onError(error);
        await sleep(retryDelay(failures, random()));
        failures += 1;
      }
    }
  }

  // The first round begins after the caller has the loop in hand, which a round may want to kick.
  void Promise.resolve().then(run);
  return {
    kick() {
      kicked = true;
      wake?.();
    },
    stop() {
      stopped = true;
      wake?.();
    },
  };
}
