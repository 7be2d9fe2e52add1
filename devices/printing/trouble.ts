import type { PrinterStatus, PrintTrouble } from '../../domain/device/printer.ts';

/** How a printer is that answers. */
export type Answered = Extract<PrinterStatus, { kind: 'answered' }>;

/** Why it does not print; null where it does. */
export function troubleOf({ paper, cover, failed }: Answered): PrintTrouble | null {
  if (cover === 'open') return 'cover_open';
  if (paper === 'out') return 'paper_out';
  return failed ? 'failed' : null;
}
