import { isTooLarge } from '../base/limits.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { Shift, ShiftOpened } from './shift.ts';

/** Opens the drawer with a float in minor units. Refuses while this register has an open shift. */
export function openShift(openNow: Shift | null, currency: string, floatMinor: number): Result<RequestFor<ShiftOpened>, Refusal> {
  if (openNow !== null) return refuse('shift_already_open');
  if (!Number.isSafeInteger(floatMinor) || floatMinor < 0) return refuse('amount_not_valid');
  if (isTooLarge(floatMinor)) return refuse('amount_too_large');
  return accept({ type: 'shift_opened', payload: { currency, floatMinor, drawerId: null, denominations: null } });
}
