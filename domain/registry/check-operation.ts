import type { StoreReader } from '../base/define-document.ts';
import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import { type Fault, fault } from '../base/fault.ts';
import { formatReceiptNumber } from '../sale/receipt-number.ts';
import { definitionOf, type Operation } from './operations.ts';

/** How far a register has come with its receipts. */
export interface ReceiptState {
  readonly prefix: string;
  readonly receiptCount: number;
  /** How many receipts operations may have numbered since that could not be trusted. */
  readonly receiptSlack: number;
}

/** What is wrong with a receipt that is not the register's next one (rule J7), or null. */
export function receiptFault(operation: Operation, register: ReceiptState): Fault | null {
  const receiptNumber = definitionOf(operation).receiptOf(operation.payload);
  const least = register.receiptCount + (receiptNumber === null ? 0 : 1);
  const most = least + register.receiptSlack;
  const { receiptCount } = operation;
  if (receiptCount < least || receiptCount > most) return fault('receipts_counted', { is: receiptCount, due: least });
  const expected = formatReceiptNumber(register.prefix, receiptCount);
  if (receiptNumber !== null && receiptNumber !== expected) {
    return fault('receipt_number', { is: receiptNumber, due: expected });
  }
  return null;
}

/** The total that is off (rule M1), or null. */
export function totalsFault(operation: Operation, reader: StoreReader): Fault | null {
  try {
    return definitionOf(operation).check(reader, operation.payload);
  } catch (error) {
    if (error instanceof RangeError) return fault('amount_too_large');
    throw error;
  }
}

/** The amount of an operation that nobody can believe, or null. */
export function amountFault(operation: Operation): Fault | null {
  const off = definitionOf(operation)
    .amounts(operation.payload)
    .find(([, minor]) => Math.abs(minor) > MOST_BELIEVED_MINOR);
  return off === undefined ? null : fault('amount_not_believable', { field: off[0], is: off[1], most: MOST_BELIEVED_MINOR });
}
