import { z } from 'zod';
import { defineSetting } from '../settings/define-setting.ts';

const minor = z.number().int().min(0).max(1_000_000_000_000);
const units = z.number().int().min(1).max(1_000_000);

/**
 * What is plausible at a counter; beyond it a person is asked once, and may say that it is right. Amounts are minor units. The standard
 * suits currencies whose notes are of the size of dollars or euros.
 */
export const doubtLimits = defineSetting({
  key: 'till.asked_about',
  levels: ['company', 'store', 'register'],
  schema: z.strictObject({
    /** Change above this, and above `changeTimesTotal` times the total: the cash given was mistyped. */
    changeMinor: minor.default(200_000),
    changeTimesTotal: z.number().min(0).max(1_000).default(3),
    floatMinor: minor.default(200_000),
    /** Units on one line of a sale. */
    lineUnits: units.default(100),
    /** Units that one decision takes off the books. */
    writeOffUnits: units.default(100),
  }),
  standard: { changeMinor: 200_000, changeTimesTotal: 3, floatMinor: 200_000, lineUnits: 100, writeOffUnits: 100 },
});

export type DoubtLimits = typeof doubtLimits.standard;
