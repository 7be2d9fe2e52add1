import type { Effect, StoreReader } from '../apply/effect.ts';
import type { Operation, OperationOf } from '../operation/operation.ts';

/** Cash that came into (or, negative, went out of) the drawer of the operation's shift. */
export function withCash(reader: StoreReader, operation: Operation, cashMinor: number): Effect[] {
  const shift = operation.shiftId === null ? undefined : reader.shift(operation.shiftId);
  if (shift === undefined || cashMinor === 0) return [];
  return [{ kind: 'shift', shift: { ...shift, cashMinor: shift.cashMinor + cashMinor } }];
}

/** A drawer was opened with its float, or counted and closed. */
export function applyShift(reader: StoreReader, operation: OperationOf<'shift_opened' | 'shift_closed'>): Effect[] {
  if (operation.type === 'shift_opened') {
    const { id, storeId, registerId, associateId, businessDate, at, payload } = operation;
    return [
      {
        kind: 'shift',
        shift: { id, storeId, registerId, associateId, businessDate, ...payload, openedAt: at, cashMinor: 0, closed: null },
      },
    ];
  }
  const shift = operation.shiftId === null ? undefined : reader.shift(operation.shiftId);
  if (shift === undefined) return [];
  return [{ kind: 'shift', shift: { ...shift, closed: { at: operation.at, ...operation.payload } } }];
}
