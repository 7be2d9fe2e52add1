/**
 * Takes the lock that lets one window alone write the journal, until the page goes away. A second window is told, not
 * broken. @returns false when another window has it.
 */
export function holdSingleWriter(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request('outpost-register', { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<never>(() => undefined);
      })
      .catch(reject);
  });
}
