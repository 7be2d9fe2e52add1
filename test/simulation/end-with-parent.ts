/**
 * Ends this process with the one that started it, however that ends: also by a SIGKILL, of which nobody is told. The
 * parent has to start it with a channel for messages (`stdio: ['…', '…', '…', 'ipc']`), which closes when the parent is gone.
 */
export function endWithParent(): void {
  if (process.channel === undefined) return;
  process.on('disconnect', () => process.exit(1));
  // Waiting for the parent's end is no reason to go on.
  process.channel.unref();
}
