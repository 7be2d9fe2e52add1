import type { Requested } from '../base/define-operation.ts';
import { isTooLarge } from '../base/limits.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { expectedCash } from './close-shift.ts';
import type { DrawerHandedOver, Shift } from './shift.ts';
import { holderOf } from './shift-in-use.ts';

/** A handover as it is asked for. */
export type WantedHandover = Pick<DrawerHandedOver, 'toId' | 'countedMinor' | 'denominations' | 'reason' | 'isAbsent' | 'byBadge'>;

/** Whether somebody cannot take the drawer of a shift, since they answer for one already. @param open the open shifts of this register. */
export function hasOtherDrawer(shift: Shift, open: readonly Shift[], associateId: string): boolean {
  return shift.drawerId !== undefined && open.some((one) => one.drawerId !== undefined && holderOf(one) === associateId);
}

/**
 * Hands the drawer of a shift over to a colleague, with what was counted, in minor units.
 * @param shift an open shift of this register. @param reasonAboveMinor a difference above this is not handed over without a reason.
 * @param open the open shifts of this register: nobody answers for two drawers.
 */
export function handOverDrawer(
  shift: Shift | undefined,
  { toId, countedMinor, denominations, reason, isAbsent, byBadge }: WantedHandover,
  reasonAboveMinor: number,
  open: readonly Shift[],
): Result<Requested<'drawer_handed_over', DrawerHandedOver>, Refusal> {
  if (shift === undefined || shift.closed !== null) return refuse('no_open_shift');
  if (!Number.isSafeInteger(countedMinor) || countedMinor < 0) return refuse('amount_not_valid');
  if (isTooLarge(countedMinor)) return refuse('amount_too_large');
  if (hasOtherDrawer(shift, open, toId)) return refuse('has_a_drawer');
  const expectedMinor = expectedCash(shift);
  if (Math.abs(countedMinor - expectedMinor) > reasonAboveMinor && reason === null) return refuse('difference_needs_reason');
  const payload = {
    fromId: holderOf(shift),
    toId,
    currency: shift.currency,
    countedMinor,
    expectedMinor,
    denominations,
    reason,
    isAbsent,
    ...(byBadge !== undefined && { byBadge }),
  };
  return accept({ type: 'drawer_handed_over', inShift: shift.id, payload });
}
