import { type Fault, fault } from '../base/fault.ts';
import type { GoodsReturned } from './return.ts';

/** What is wrong with a return without a receipt: only goods come back so, and only store credit is given. Null for any other return. */
export function noReceiptFault({ origin, lines, tenders, currency, points, isVoid }: GoodsReturned): Fault | null {
  if (origin.kind !== 'no_receipt') return null;
  const other = lines.find((one, index) => {
    const isNamed = one.fulfillmentOrderId !== null || one.orderId !== null || one.reference !== null || one.serialNumbers.length > 0;
    return one.kind !== 'goods' || isNamed || lines.findIndex(({ lineNo }) => lineNo === one.lineNo) !== index;
  });
  if (other !== undefined) return fault('no_receipt_line', { line: other.lineNo });
  const tender = tenders.findIndex((one) => one.kind !== 'store_credit' || one.reference === null || one.currency !== currency);
  return tender >= 0 || isVoid || points !== null ? fault('no_receipt_tender', { tender: tender + 1 }) : null;
}
