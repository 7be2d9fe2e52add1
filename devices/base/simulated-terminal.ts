import { z } from 'zod';
import { readAddressAs } from './simulated-address.ts';

const address = z.strictObject({ host: z.string(), port: z.number().int(), poiId: z.string(), certificate: z.string() });

/** Where the simulated card terminal is, and how it shows that it is the one; null where none was ever started. @param folder its own. */
export const readAddress = (folder: string) => readAddressAs(folder, address);
