import { z } from 'zod';
import { networkFields, serialFields, usbFields } from './device-place.ts';
import type { PrintJob, PrintReply } from './printer.ts';

/** Dots in a millimetre: printers of 203 dpi have 8, those of 300 dpi 12. */
export const LABEL_DOTS_PER_MM = [8, 12] as const;

const zplFields = {
  driver: z.literal('zpl'),
  dotsPerMm: z.union(LABEL_DOTS_PER_MM.map((dots) => z.literal(dots))),
  /** Of one label, in millimetres. */
  widthMm: z.number().int().min(40).max(108),
  heightMm: z.number().int().min(25).max(400),
};

/** Which label printer a register prints on, and where it is. */
export const labelPrinter = z.union([
  /** Labels come from the receipt printer or the browser. */
  z.strictObject({ driver: z.literal('none') }),
  /** The simulated label printer of the machine on which the register runs. */
  z.strictObject({ driver: z.literal('simulator') }),
  /** A printer that understands ZPL II: on the local network, at a serial port, or on USB. */
  z.strictObject({ ...zplFields, ...networkFields }),
  z.strictObject({ ...zplFields, ...serialFields }),
  z.strictObject({ ...zplFields, ...usbFields }),
]);

export type LabelPrinter = z.infer<typeof labelPrinter>;

/** The label of parcels, 4 by 6 inches. */
export const LABEL_4_BY_6 = { widthMm: 101, heightMm: 152 } as const;

/** A label printer. A cut in a document ends a label; what is too long for one goes on on the next. No method throws. */
export interface LabelPort {
  print(job: PrintJob): Promise<PrintReply>;
}
