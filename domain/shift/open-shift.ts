import { isTooLarge } from '../base/limits.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { Shift, ShiftOpened } from './shift.ts';

/**
 * Opens the drawer with a float in minor units. Refuses while whoever is signed in has an open shift, and while the drawer is in use.
 * @param drawerId the name of the drawer; null where all share one. @param others open shifts of this register.
 * @param denominations the float piece by piece; null where it was entered as a whole.
 */
export function openShift(
  openNow: Shift | null,
  currency: string,
  floatMinor: number,
  drawerId: string | null = null,
  others: readonly Shift[] = [],
  denominations: ShiftOpened['payload']['denominations'] = null,
): Result<RequestFor<ShiftOpened>, Refusal> {
  if (openNow !== null || others.some((one) => one.drawerId === drawerId)) return refuse('shift_already_open');
  if (!Number.isSafeInteger(floatMinor) || floatMinor < 0) return refuse('amount_not_valid');
  if (isTooLarge(floatMinor)) return refuse('amount_too_large');
  return accept({ type: 'shift_opened', payload: { currency, floatMinor, drawerId, denominations } });
}
