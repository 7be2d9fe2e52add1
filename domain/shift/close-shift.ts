import { isTooLarge } from '../base/limits.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { Shift, ShiftClosed } from './shift.ts';

/** What should be in the drawer, in minor units: the float, and the cash that came in less what went out. */
export function expectedCash(shift: Shift): number {
  return shift.floatMinor + shift.cashMinor;
}

/** What is said of a count besides its sum. */
export type CountDetails = Pick<ShiftClosed['payload'], 'denominations' | 'reason' | 'leftMinor' | 'bag' | 'terminal' | 'totals'>;

const NO_DETAILS: Omit<CountDetails, 'bag' | 'terminal'> = { denominations: null, reason: null, leftMinor: null, totals: null };

const isAmount = (minor: number) => Number.isSafeInteger(minor) && minor >= 0;

/**
 * Closes the drawer with what was counted, in minor units. What was expected is stored beside it (rule J9).
 * @param reasonAboveMinor a difference above this is not closed without a reason.
 */
export function closeShift(
  openNow: Shift | null,
  countedMinor: number,
  details: Partial<CountDetails> = {},
  reasonAboveMinor = Number.POSITIVE_INFINITY,
): Result<RequestFor<ShiftClosed>, Refusal> {
  if (openNow === null) return refuse('no_open_shift');
  const { leftMinor = null } = details;
  if (!isAmount(countedMinor) || (leftMinor !== null && !isAmount(leftMinor))) return refuse('amount_not_valid');
  if (isTooLarge(countedMinor)) return refuse('amount_too_large');
  if (leftMinor !== null && leftMinor > countedMinor) return refuse('left_more_than_counted');
  const expectedMinor = expectedCash(openNow);
  const reason = details.reason ?? null;
  if (Math.abs(countedMinor - expectedMinor) > reasonAboveMinor && reason === null) return refuse('difference_needs_reason');
  return accept({
    type: 'shift_closed',
    payload: { countedMinor, expectedMinor, others: [], ...NO_DETAILS, ...details },
  });
}
