/** What says that somebody is there. A scanner types. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
/** How often (milliseconds) it is looked whether somebody still is. */
const LOOK_EVERY_MS = 5_000;

export interface IdleLockOptions {
  /** Where people are noticed: the window. */
  readonly target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** How long (milliseconds) nobody may be there. */
  readonly afterMs: number;
  /** Epoch milliseconds: it goes on while the device sleeps. */
  readonly now: () => number;
  /** Called once. */
  readonly onIdle: () => void;
}

/** Watches whether somebody is at the register. @returns a function that ends it. */
export function watchIdle({ target, afterMs, now, onIdle }: IdleLockOptions): () => void {
  let last = now();
  const seen = (): void => {
    last = now();
  };
  const look = (): void => {
    // A clock that was set back by more than that says as little as one that went on.
    if (Math.abs(now() - last) < afterMs) return;
    stop();
    onIdle();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const stop = (): void => {
    clearInterval(timer);
    for (const sign of SIGNS) target.removeEventListener(sign, seen, true);
  };
  for (const sign of SIGNS) target.addEventListener(sign, seen, { capture: true, passive: true });
  return stop;
}
