import { z } from 'zod';
import { networkFields, placeOf, serialFields } from './device-place.ts';

/** What ends a code on a line: carriage return, line feed or tab. A line feed after a carriage return belongs to it. */
export const SCAN_ENDS = ['cr', 'lf', 'tab'] as const;

/** The simulated scanners of a machine, by their numbers. */
export const SIMULATED_SCANNERS = [1, 2] as const;

/** As many scanners lie on one counter at most. */
export const MOST_SCANNERS = 4;

const end = z.enum(SCAN_ENDS);

/** A scanner that the device host reads, and where it is. One that acts as a keyboard is none of these. */
export const lineScanner = z.union([
  z.strictObject({ driver: z.literal('simulator'), number: z.union(SIMULATED_SCANNERS.map((one) => z.literal(one))) }),
  /** A scanner behind a serial-to-Ethernet adapter, or with a network port of its own. */
  z.strictObject({ driver: z.literal('line'), end, ...networkFields }),
  /** A scanner at a serial port, or on USB or Bluetooth with a port of that kind. */
  z.strictObject({ driver: z.literal('line'), end, ...serialFields }),
]);

export type LineScanner = z.infer<typeof lineScanner>;

/** What tells one scanner from another: two settings of the same port are one. */
function portOf(scanner: LineScanner): string {
  if (scanner.driver === 'simulator') return `simulator ${scanner.number}`;
  const place = placeOf(scanner);
  return 'serial' in place ? place.serial : JSON.stringify(place);
}

/** The scanners of a register. */
export const lineScanners = z
  .array(lineScanner)
  .max(MOST_SCANNERS)
  .refine((all) => new Set(all.map(portOf)).size === all.length, 'Each scanner has a port of its own.');

/** A QR code holds no more letters. */
export const MOST_SCANNED = 4_296;

/**
 * Why what a scanner sent is no code: it did not end, it has bytes that no label has, the scanner went in the middle of it, or nothing
 * ended it for a second.
 */
export const MISREADS = ['too_long', 'noise', 'cut', 'no_end'] as const;

export type Misread = (typeof MISREADS)[number];

/** What came from a scanner, and must not go unheard. */
export const scanEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code'), code: z.string().min(1).max(MOST_SCANNED) }),
  z.strictObject({ kind: z.literal('misread'), why: z.enum(MISREADS) }),
]);

export type ScanEvent = z.infer<typeof scanEvent>;

/** What a till knows of a scanner: which line of the host it hears, the last event of it that it has, and whether the scanner was there. */
const heardFields = { line: z.uuid(), seq: z.number().int().min(0), isThere: z.boolean() };
export const heardScanner = z.strictObject(heardFields);

/** What a till hears: the events that it does not have, and what it knows then. */
export const scannerNews = z.strictObject({ ...heardFields, events: z.array(scanEvent) });

export type HeardScanner = z.infer<typeof heardScanner>;
export type ScannerNews = z.infer<typeof scannerNews>;

/** How long an event may take (milliseconds). A till that hears nothing for longer knows nothing of the scanner. */
export const SCAN_WITHIN_MS = 2_000;

/** A scanner that the device host reads. It never throws for what a scanner or a network does. */
export interface ScannerPort {
  /**
   * Answers as soon as there is news, and with none after {@link SCAN_WITHIN_MS}. Each event is told until it is asked for what comes
   * after it: an answer that was lost loses no scan.
   * @param heard what was told last; null begins with what comes from now on.
   */
  next(heard: HeardScanner | null): Promise<ScannerNews>;
}
