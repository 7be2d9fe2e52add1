/** How often something in the background is looked after, and who hears of it. */
export interface Sweep {
  /** Milliseconds from one look to the next. */
  readonly everyMs: number;
  /** Called when a look has changed something. */
  readonly onMoved: () => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Looks again and again, never twice at once.
 * @param look gives how much it has changed.
 * @returns a function that stops it and waits for the last look.
 */
export function keepSweeping(look: () => Promise<number>, { everyMs, onMoved, onError }: Sweep): () => Promise<void> {
  let looking: Promise<unknown> | null = null;
  const once = async (): Promise<void> => {
    if ((await look()) > 0) onMoved();
  };
  const timer = setInterval(() => {
    looking ??= once()
      .catch(onError)
      .finally(() => {
        looking = null;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
