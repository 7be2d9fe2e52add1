import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const fileIn = (folder: string) => join(folder, 'address.json');

/** Leaves word where a simulated device is. @param folder the device's own. */
export function writeAddress(folder: string, value: object): void {
  const file = fileIn(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(value));
  renameSync(`${file}.new`, file);
}

/** Where a simulated device is; null where none was ever started. */
export function readAddressAs<S extends z.ZodType>(folder: string, schema: S): z.output<S> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return null;
  }
}

const place = z.strictObject({ host: z.string(), port: z.number().int() });

/** Where a simulated device is that needs no more than a host and a port; null where none was ever started. @param folder its own. */
export const readPlace = (folder: string) => readAddressAs(folder, place);
