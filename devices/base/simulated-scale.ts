import { z } from 'zod';
import { readAddressAs } from './simulated-address.ts';

const address = z.strictObject({ host: z.string(), port: z.number().int() });

/** Where the simulated scale is; null where none was ever started. @param folder its own. */
export const readScaleAddress = (folder: string) => readAddressAs(folder, address);
