import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import type { Envelope } from '../base/envelope.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import type { ShiftTrouble } from '../exceptions/facts.ts';
import { raiseException } from '../exceptions/raise.ts';
import { shiftDocument } from './documents.ts';
import { movedIn, type CashMoved } from './cash-movement.ts';
import type { DrawerHandedOver, Shift, ShiftClosed, ShiftOpened } from './shift.ts';

/** An operation that took or paid cash. */
type CashOperation = Envelope & { readonly payload: { readonly currency: string; readonly receiptNumber: string } };

/** Stands for the receipt where cash moved without one. */
const NO_RECEIPT = 'none';

/** Why a register cannot have used the drawer of the shift that it names; null when it can. */
function whyNotItsDrawer(shift: Shift | undefined, operation: Envelope): ShiftTrouble | null {
  if (shift === undefined) return 'unknown';
  if (shift.registerId !== operation.registerId) return 'other_register';
  return shift.closed === null ? null : 'closed';
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
export function withCash(
  reader: StoreReader,
  operation: CashOperation,
  cashMinor: number,
  foreign: Readonly<Record<string, number>> = {},
): Effect[] {
  const { shiftId, payload } = operation;
  const { currency, receiptNumber } = payload;
  const cash = Object.entries({ ...foreign, ...(cashMinor !== 0 && { [currency]: cashMinor }) });
  if (shiftId === null || cash.length === 0) return [];
  const shift = reader.get(shiftDocument, shiftId);
  const why = whyNotItsDrawer(shift, operation);
  const counted =
    shift === undefined || why !== null
      ? null
      : cash.reduce<Shift | null>((sum, [of, minor]) => (sum === null ? null : withMore(sum, minor, of)), shift);
  if (shift === undefined || counted === null) {
    return [
      raiseException(reader, operation, {
        kind: 'cash_not_in_drawer',
        about: shiftId,
        subject: receiptNumber,
        cash: Object.fromEntries(cash),
        facts: { receipt: receiptNumber, shift: why ?? 'too_much' },
      }),
    ];
  }
  const effects: Effect[] = [shiftDocument.put(counted)];
  if (currency !== shift.currency) {
    effects.push(
      raiseException(reader, operation, {
        kind: 'other_currency',
        about: shiftId,
        subject: receiptNumber,
        cash: { [currency]: cashMinor },
        facts: { receipt: receiptNumber, currency, drawer: shift.currency },
      }),
    );
  }
  return effects;
}

/** The drawer was counted and closed. */
export function closeDrawer(reader: StoreReader, operation: ShiftClosed): Effect[] {
  const { payload, shiftId, at } = operation;
  const { countedMinor, expectedMinor, reason, leftMinor, totals } = payload;
  const shift = shiftId === null ? undefined : reader.get(shiftDocument, shiftId);
  const why = whyNotItsDrawer(shift, operation);
  if (shift !== undefined && why === null)
    return [shiftDocument.put({ ...shift, closed: { at, countedMinor, expectedMinor, reason, leftMinor, totals } })];
  return [
    raiseException(reader, operation, {
      kind: 'shift_not_closed',
      about: operation.id,
      subject: shift?.businessDate ?? operation.businessDate,
      ...(shift === undefined ? {} : { cash: { [shift.currency]: countedMinor } }),
      facts: { shift: why ?? 'unknown' },
    }),
  ];
}

/** The drawer was opened with its float. */
export function openDrawer(operation: ShiftOpened): Effect[] {
  const { id, storeId, registerId, associateId, businessDate, at, payload } = operation;
  return [
    shiftDocument.put({
      id,
      storeId,
      registerId,
      associateId,
      businessDate,
      currency: payload.currency,
      ...(payload.drawerId !== null && { drawerId: payload.drawerId }),
      floatMinor: payload.floatMinor,
      openedAt: at,
      cashMinor: 0,
      closed: null,
    }),
  ];
}

/** Cash was paid in, paid out or taken to the safe. */
export function applyMovement(reader: StoreReader, operation: Envelope & { readonly payload: CashMoved }): Effect[] {
  const { payload } = operation;
  const named = { ...operation, payload: { currency: payload.currency, receiptNumber: NO_RECEIPT } };
  return withCash(reader, named, movedIn(payload));
}

/** A colleague answers for the drawer from now on. A difference leaves the books with whoever answered for it before. */
export function applyHandover(reader: StoreReader, operation: Envelope & { readonly payload: DrawerHandedOver }): Effect[] {
  const { shiftId, payload } = operation;
  const shift = shiftId === null ? undefined : reader.get(shiftDocument, shiftId);
  const difference = payload.countedMinor - payload.expectedMinor;
  const isMine = shift !== undefined && whyNotItsDrawer(shift, operation) === null;
  const cashMinor = isMine ? shift.cashMinor + difference : Number.NaN;
  if (isMine && Number.isSafeInteger(cashMinor)) return [shiftDocument.put({ ...shift, cashMinor, holderId: payload.toId })];
  const named = { ...operation, payload: { currency: payload.currency, receiptNumber: NO_RECEIPT } };
  return withCash(reader, named, difference);
}

/** What may have been told already about the cash of an operation's shift. */
export function cashExceptions({ shiftId }: Envelope): DocumentKey[] {
  return shiftId === null ? [] : ['cash_not_in_drawer', 'other_currency'].map((kind) => exceptionDocument.key(`${kind}:${shiftId}`));
}
