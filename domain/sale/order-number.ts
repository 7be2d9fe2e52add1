import { parseReceiptNumber } from './receipt-number.ts';

/** The number of an order of a sale: that of its receipt, and its place among the orders of that sale. @param position from 0. */
export function saleOrderNumber(receiptNumber: string, position: number): string {
  return `${receiptNumber}/${position + 1}`;
}

/** The receipt of the sale that an order number is of; null for the orders of web shops. */
export function receiptOfOrderNumber(number: string): string | null {
  const [, receipt] = /^(.+)\/\d+$/.exec(number.trim().toUpperCase()) ?? [];
  return receipt !== undefined && parseReceiptNumber(receipt) !== null ? receipt : null;
}
