import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const address = z.strictObject({ host: z.string(), port: z.number().int(), poiId: z.string(), certificate: z.string() });

/** Where a simulated card terminal is, and how it shows that it is the one. */
export type SimulatedAddress = z.infer<typeof address>;

const fileIn = (folder: string) => join(folder, 'address.json');

/** Leaves word where the simulated terminal is. @param folder the terminal's own. */
export function writeAddress(folder: string, value: SimulatedAddress): void {
  const file = fileIn(folder);
  writeFileSync(`${file}.new`, JSON.stringify(value));
  renameSync(`${file}.new`, file);
}

/** Where the simulated terminal is; null where none was ever started. */
export function readAddress(folder: string): SimulatedAddress | null {
  try {
    return address.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return null;
  }
}
