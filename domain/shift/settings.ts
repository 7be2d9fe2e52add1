import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { type DrawerConnector, drawerConnector } from '../device/printer.ts';
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

/**
 * The drawers, or the trays of one drawer, of a register by their names. Each has a shift of its own, and one person who answers for it.
 * None: everybody at the register shares one.
 */
export const drawersSetting = defineSetting({
  key: 'shift.drawers',
  levels: ['company', 'store', 'register'],
  schema: z
    .array(z.strictObject({ name: entityId.max(30), connector: drawerConnector }))
    .max(12)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'A name stands for one drawer.'),
  standard: [],
});

export type Drawers = typeof drawersSetting.standard;

/** At which connector the drawer of a shift is. @param drawerId its name; left out where all share one. */
export function connectorOf(drawers: Drawers, drawerId: string | undefined): DrawerConnector {
  return drawers.find(({ name }) => name === drawerId)?.connector ?? 1;
}

/** Why a drawer does not agree with its books. */
export const DIFFERENCE_REASONS = ['wrong_change', 'not_found', 'coins_bought', 'fee_paid', 'false_note', 'other'] as const;
