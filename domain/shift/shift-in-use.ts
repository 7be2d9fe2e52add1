import type { Shift } from './shift.ts';

/** Who answers for the drawer of a shift; null where nobody was signed in when it was opened. */
export function holderOf({ holderId, associateId }: Shift): string | null {
  return holderId ?? associateId;
}

/**
 * The shift in which somebody sells: that of the drawer for which they answer, else that of the drawer that all share. Nobody sells out of
 * a colleague's drawer.
 * @param open the open shifts of the register. @param associateId who is signed in.
 */
export function shiftInUse(open: Iterable<Shift>, associateId: string | null): Shift | null {
  let shared: Shift | null = null;
  for (const shift of open) {
    if (shift.drawerId === undefined) shared ??= shift;
    else if (associateId !== null && holderOf(shift) === associateId) return shift;
  }
  return shared;
}
