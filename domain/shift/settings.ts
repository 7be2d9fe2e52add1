import { z } from 'zod';
import { minorAmount } from '../base/money.ts';
import { defineSetting } from '../settings/define-setting.ts';

/**
 * How a shift is closed. Amounts in minor units. The standard of 5.00 is what tills commonly let pass without a question (cash_practice
 * of the facts); who may close a larger difference alone is up to the role (rule A1).
 */
export const shiftClosing = defineSetting({
  key: 'shift.closing',
  levels: ['company', 'store', 'register'],
  schema: z.strictObject({
    /** A difference above this needs a reason. */
    reasonAboveMinor: minorAmount.min(0).default(500),
    /** What stays in the drawer for the next shift; null where all of it goes to the safe. */
    leaveMinor: minorAmount.min(0).nullable().default(null),
    /** Whether notes and coins are counted one by one, or their sum is typed. */
    countBy: z.enum(['pieces', 'sum']).default('pieces'),
  }),
  standard: { reasonAboveMinor: 500, leaveMinor: null, countBy: 'pieces' },
});

export type ShiftClosing = typeof shiftClosing.standard;

/** Why a drawer does not agree with its books. */
export const DIFFERENCE_REASONS = ['wrong_change', 'not_found', 'coins_bought', 'fee_paid', 'false_note', 'other'] as const;
