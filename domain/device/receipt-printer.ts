import { z } from 'zod';
import { networkHost } from './network-host.ts';

/** Characters in a line of a normal size: paper of 58 mm has 32, of 80 mm 42 or 48. */
export const PRINTER_COLUMNS = [32, 42, 48] as const;

/** Which receipt printer a register prints on, and where it is. */
export const receiptPrinter = z.discriminatedUnion('driver', [
  /** The browser prints. */
  z.strictObject({ driver: z.literal('none') }),
  /** The simulated printer of the machine on which the register runs. */
  z.strictObject({ driver: z.literal('simulator') }),
  /** A printer on the local network that understands ESC/POS. */
  z.strictObject({
    driver: z.literal('escpos'),
    host: networkHost,
    port: z.number().int().min(1).max(65_535),
    columns: z.union(PRINTER_COLUMNS.map((columns) => z.literal(columns))),
    /**
     * How it proves that something is on paper. `job` for printers of Epson: they answer the number of the job (`GS ( H`). `paper` for all
     * others: they answer a question about the paper that waits behind the text (`GS r`).
     */
    proof: z.enum(['job', 'paper']),
    /** The signal of the drawer while it is open; how it is wired decides. */
    drawerOpenIs: z.enum(['high', 'low']),
  }),
  /** A printer of Star on the local network that understands StarPRNT. It counts what it has printed (`ETB`). */
  z.strictObject({
    driver: z.literal('star'),
    host: networkHost,
    port: z.number().int().min(1).max(65_535),
    columns: z.union(PRINTER_COLUMNS.map((columns) => z.literal(columns))),
    /** The signal of the drawer while it is open; how it is wired decides. */
    drawerOpenIs: z.enum(['high', 'low']),
  }),
]);

export type ReceiptPrinter = z.infer<typeof receiptPrinter>;
