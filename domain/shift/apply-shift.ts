import type { Effect, StoreReader } from '../base/effect.ts';
import { raiseException } from '../exceptions/raise.ts';
import type { Operation, OperationOf } from '../registry/operations.ts';
import type { Shift } from './shift.ts';

/** Why a register cannot have used the drawer of the shift that it names, as the end of a sentence; null when it can. */
function whyNotItsDrawer(shift: Shift | undefined, operation: Operation): string | null {
  if (shift === undefined)
    return 'a shift that is not known here. If its opening waits in quarantine, the cash is counted once that is applied';
  if (shift.registerId !== operation.registerId) return 'the shift of another register';
  return shift.closed === null ? null : 'a shift that had been closed by then';
}

/** The shift with cash in it, kept by currency (rule M3); null when no amount can hold the sum. */
function withMore(shift: Shift, cashMinor: number, currency: string): Shift | null {
  const before = currency === shift.currency ? shift.cashMinor : (shift.otherCash?.[currency] ?? 0);
  const sum = before + cashMinor;
  if (!Number.isSafeInteger(sum)) return null;
  return currency === shift.currency ? { ...shift, cashMinor: sum } : { ...shift, otherCash: { ...shift.otherCash, [currency]: sum } };
}

/**
 * Cash that came into (or, negative, went out of) the drawer of the operation's shift. A register has its own drawer and
 * no other: cash that was not in that of an open shift of its own is a fact that a person has to look for (rule J5).
 */
export function withCash(reader: StoreReader, operation: OperationOf<'sale_completed' | 'goods_returned'>, cashMinor: number): Effect[] {
  const { shiftId, payload } = operation;
  const { currency, receiptNumber } = payload;
  if (shiftId === null || cashMinor === 0) return [];
  const shift = reader.shift(shiftId);
  const why = whyNotItsDrawer(shift, operation);
  const counted = shift === undefined || why !== null ? null : withMore(shift, cashMinor, currency);
  if (shift === undefined || counted === null) {
    return [
      raiseException(reader, operation, {
        kind: 'cash_not_in_drawer',
        about: shiftId,
        subject: receiptNumber,
        cash: { [currency]: cashMinor },
        explain: () =>
          `Receipt ${receiptNumber} names ${why ?? 'a shift with more cash than can be counted'}. No drawer counts the cash ` +
          'of it and of any before it.',
      }),
    ];
  }
  const effects: Effect[] = [{ kind: 'shift', shift: counted }];
  if (currency !== shift.currency) {
    effects.push(
      raiseException(reader, operation, {
        kind: 'other_currency',
        about: shiftId,
        subject: receiptNumber,
        cash: { [currency]: cashMinor },
        explain: () =>
          `Receipt ${receiptNumber} is in ${currency}, but its drawer was opened in ${shift.currency}. The cash is counted apart.`,
      }),
    );
  }
  return effects;
}

function closeShift(reader: StoreReader, operation: OperationOf<'shift_closed'>): Effect[] {
  const { payload, shiftId, at } = operation;
  const shift = shiftId === null ? undefined : reader.shift(shiftId);
  const why = shift === undefined ? 'a shift that is not known here' : whyNotItsDrawer(shift, operation);
  if (shift !== undefined && why === null) return [{ kind: 'shift', shift: { ...shift, closed: { at, ...payload } } }];
  return [
    raiseException(reader, operation, {
      kind: 'shift_not_closed',
      about: operation.id,
      subject: shift?.businessDate ?? operation.businessDate,
      ...(shift === undefined ? {} : { cash: { [shift.currency]: payload.countedMinor } }),
      explain: () => `A register counted and closed ${why ?? 'a shift'}. The count changed nothing.`,
    }),
  ];
}

/** A drawer was opened with its float, or counted and closed. */
export function applyShift(reader: StoreReader, operation: OperationOf<'shift_opened' | 'shift_closed'>): Effect[] {
  if (operation.type === 'shift_closed') return closeShift(reader, operation);
  const { id, storeId, registerId, associateId, businessDate, at, payload } = operation;
  return [
    {
      kind: 'shift',
      shift: { id, storeId, registerId, associateId, businessDate, ...payload, openedAt: at, cashMinor: 0, closed: null },
    },
  ];
}
