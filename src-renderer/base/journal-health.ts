/**
 * How a journal stands after it was looked at:
 * `whole`, nothing was wrong; `mended`, and nothing is missing; `mended_with_losses`, operations are gone of which no
 * place has a copy, and their places are marked; `needs_server`, it is not whole, and the server, which may have what is
 * missing, could not be asked; `lost`, it ends before operations that are known to have been recorded, and nobody has them.
 * Only in the first three may anything be recorded: a place in the sequence, and a receipt number, would be used again (rule J7).
 */
export type JournalHealth = 'whole' | 'mended' | 'mended_with_losses' | 'needs_server' | 'lost';

/** Whether something may be recorded in a journal that stands so. */
export function isRecordable(health: JournalHealth): boolean {
  return health !== 'needs_server' && health !== 'lost';
}
