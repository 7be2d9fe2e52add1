import { z } from 'zod';
import { readAddressAs } from './simulated-address.ts';

const place = z.strictObject({ host: z.string(), port: z.number().int() });
const address = z.strictObject({ scanners: z.array(place) });

/** Where a simulated scanner is; null where none was ever started. @param folder of the simulator. @param number of the scanner. */
export function readScanner(folder: string, number: number): z.infer<typeof place> | null {
  return readAddressAs(folder, address)?.scanners[number - 1] ?? null;
}
