import { fileURLToPath } from 'node:url';

/** Where devices keep what they know, unless they are told another folder: beside the database of `npm start`. */
export const KEPT_IN = fileURLToPath(new URL('../../.outpost/', import.meta.url));
