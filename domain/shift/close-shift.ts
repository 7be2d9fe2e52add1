import { isTooLarge } from '../base/limits.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { Shift, ShiftClosed } from './shift.ts';

/** What should be in the drawer, in minor units: the float, and the cash that came in less what went out. */
export function expectedCash(shift: Shift): number {
  return shift.floatMinor + shift.cashMinor;
}

/** Closes the drawer with what was counted, in minor units. What was expected is stored beside it (rule J9). */
export function closeShift(openNow: Shift | null, countedMinor: number): Result<RequestFor<ShiftClosed>, Refusal> {
  if (openNow === null) return refuse('no_open_shift');
  if (!Number.isSafeInteger(countedMinor) || countedMinor < 0) return refuse('amount_not_valid');
  if (isTooLarge(countedMinor)) return refuse('amount_too_large');
  return accept({
    type: 'shift_closed',
    payload: { countedMinor, expectedMinor: expectedCash(openNow), denominations: null, others: [], reason: null },
  });
}
