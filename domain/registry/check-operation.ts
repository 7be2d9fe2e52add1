import type { StoreReader } from '../base/define-document.ts';
import { MOST_BELIEVED_MINOR } from '../base/limits.ts';
import { formatReceiptNumber } from '../sale/receipt-number.ts';
import { definitionOf, type Operation } from './operations.ts';

/** How far a register has come with its receipts. */
export interface ReceiptState {
  readonly prefix: string;
  readonly receiptCount: number;
  /** How many receipts operations may have numbered since that could not be trusted. */
  readonly receiptSlack: number;
}

/** One sentence about a receipt that is not the register's next one (rule J7), or null. */
export function receiptError(operation: Operation, register: ReceiptState): string | null {
  const receiptNumber = definitionOf(operation).receiptOf(operation.payload);
  const least = register.receiptCount + (receiptNumber === null ? 0 : 1);
  const most = least + register.receiptSlack;
  const { receiptCount } = operation;
  if (receiptCount < least || receiptCount > most) return `receiptCount is ${receiptCount}, but ${least} receipts have been numbered.`;
  const expected = formatReceiptNumber(register.prefix, receiptCount);
  if (receiptNumber !== null && receiptNumber !== expected) {
    return `The receipt is numbered ${receiptNumber}; the next one is ${expected}.`;
  }
  return null;
}

/** One sentence that names a total which is off (rule M1), or null. */
export function totalsError(operation: Operation, reader: StoreReader): string | null {
  try {
    return definitionOf(operation).check(reader, operation.payload);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** One sentence that names the amount of an operation that nobody can believe, or null. */
export function unbelievableAmount(operation: Operation): string | null {
  const off = definitionOf(operation)
    .amounts(operation.payload)
    .find(([, minor]) => Math.abs(minor) > MOST_BELIEVED_MINOR);
  return off === undefined ? null : `${off[0]} is ${off[1]}; no amount here is above ${MOST_BELIEVED_MINOR}.`;
}
