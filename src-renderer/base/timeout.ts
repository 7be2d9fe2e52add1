/** Something on this device said neither yes nor no. It may be whole all the same, so it is not mended and not thrown away. */
export class NeverAnswered extends Error {
  /** The answer itself, which may come after all. */
  readonly late: Promise<unknown>;

  /** @param what begins the sentence. */
  constructor(what: string, late: Promise<unknown>) {
    super(`${what} did not answer.`);
    this.late = late;
  }
}

/** What has not answered by then hardly ever will: even the replica of a large store opens in a second or two. */
const ANSWER_MS = 20_000;
const TRIES = 3;
const PAUSE_MS = 500;

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Waits for an answer, but not for ever.
 * @param what names it for support. @throws NeverAnswered after 20 seconds.
 */
export function answered<T>(what: string, task: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NeverAnswered(what, task)), ANSWER_MS);
    void task.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Does something that may fail for a moment, as a browser fails to open its databases while the one that was killed lets
 * go of them: three times, with a short pause. What does not answer is not tried again. Rejects as the last try did.
 */
export async function retry<T>(task: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await task();
    } catch (error) {
      if (tries === TRIES || error instanceof NeverAnswered) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
