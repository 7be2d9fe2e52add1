import { z } from 'zod';
import { networkFields, serialFields, usbFields } from './device-place.ts';

/** Characters in a line of a normal size: paper of 58 mm has 32, of 80 mm 42 or 48. */
export const PRINTER_COLUMNS = [32, 42, 48] as const;

const starFields = {
  driver: z.literal('star'),
  columns: z.union(PRINTER_COLUMNS.map((columns) => z.literal(columns))),
  /** The signal of the drawer while it is open; how it is wired decides. */
  drawerOpenIs: z.enum(['high', 'low']),
};

const escposFields = {
  ...starFields,
  driver: z.literal('escpos'),
  /**
   * How it proves that something is on paper. `job` for printers of Epson: they answer the number of the job (`GS ( H`). `paper` for all
   * others: they answer a question about the paper that waits behind the text (`GS r`).
   */
  proof: z.enum(['job', 'paper']),
};

/** Which receipt printer a register prints on, and where it is. */
export const receiptPrinter = z.union([
  /** The browser prints. */
  z.strictObject({ driver: z.literal('none') }),
  /** The simulated printer of the machine on which the register runs. */
  z.strictObject({ driver: z.literal('simulator') }),
  /** A printer that understands ESC/POS: on the local network, at a serial port, or on USB. */
  z.strictObject({ ...escposFields, ...networkFields }),
  z.strictObject({ ...escposFields, ...serialFields }),
  z.strictObject({ ...escposFields, ...usbFields }),
  /** A printer of Star that understands StarPRNT. It counts what it has printed (`ETB`). */
  z.strictObject({ ...starFields, ...networkFields }),
  z.strictObject({ ...starFields, ...serialFields }),
  z.strictObject({ ...starFields, ...usbFields }),
]);

export type ReceiptPrinter = z.infer<typeof receiptPrinter>;
