import { it } from 'vitest';

/** A test of more than ten seconds: `npm test` runs it, `npm run check` leaves it out. */
export const longTest = it.skipIf(process.env['OUTPOST_TEST_LONG'] === 'none');
