import { shiftDocument } from '../../../domain/shift/documents.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { useCurrent, useRegister } from '../../kit/register-context.tsx';

/** The open shifts of this register: one, or one for each of its drawers that is in use. */
export function useOpenShifts(): Shift[] {
  const { registerId } = useRegister().identity;
  return [...useCurrent(shiftDocument).values()].filter((shift) => shift.closed === null && shift.registerId === registerId);
}
