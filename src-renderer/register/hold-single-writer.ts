/** Whether this window may write the journal: at once, or once no other window does any more. */
export type SingleWriter = { readonly kind: 'ours' } | { readonly kind: 'elsewhere'; readonly untilOurs: Promise<void> };

const LOCK = 'outpost-register';

/**
 * Takes the lock that lets one window alone write the journal, until the page goes away. A second window is told, not broken, and has its
 * turn when the first one goes: a page that was just closed or loaded again may hold the lock a moment longer.
 */
export function holdSingleWriter(locks: Pick<LockManager, 'request'> = navigator.locks): Promise<SingleWriter> {
  const untilPageEnds = () => new Promise<never>(() => undefined);
  const waitForTurn = () =>
    new Promise<void>((resolve, reject) => {
      locks
        .request(LOCK, () => {
          resolve();
          return untilPageEnds();
        })
        .catch(reject);
    });
  return new Promise((resolve, reject) => {
    locks
      .request(LOCK, { ifAvailable: true }, (lock) => {
        if (lock !== null) {
          resolve({ kind: 'ours' });
          return untilPageEnds();
        }
        resolve({ kind: 'elsewhere', untilOurs: waitForTurn() });
        return undefined;
      })
      .catch(reject);
  });
}
