/**
 * Runs until the process is told to end. Where it was started with a channel for messages, it also ends with the process that started
 * it, however that ended: a SIGKILL closes the channel too.
 */
export function runUntilEnded(close: () => Promise<void>): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    void close().finally(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('disconnect', end);
}

/** Tells whoever started the process, where somebody did. */
export function tellStarter(message: object): void {
  process.send?.(message);
}
