import type { StoreReader } from '../base/define-document.ts';
import type { Recorded } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import { amountText } from '../base/decimal-text.ts';
import { raiseException } from '../exceptions/raise.ts';
import { cashOut } from '../payments/tender.ts';
import type { GoodsReturned } from './return.ts';

/** What empties are worth by the catalog, in minor units; null where it can make no amount of them. */
export type EmptiesDue = number | null;

/**
 * The exception about empties that were paid otherwise than the catalog says. The money is paid, and the empties are there: what was
 * done stands (rule J5).
 */
export function emptiesFacts(reader: StoreReader, operation: Recorded<'goods_returned', GoodsReturned>, due: EmptiesDue): Effect[] {
  const { refundMinor, receiptNumber, currency, tenders } = operation.payload;
  const dueMinor = due ?? 0;
  if (due !== null && refundMinor === dueMinor) return [];
  const isCash = cashOut(tenders, currency) !== 0;
  return [
    raiseException(reader, operation, {
      kind: 'empties_off_catalog',
      about: operation.id,
      subject: receiptNumber,
      ...(isCash && { cash: { [currency]: dueMinor - refundMinor } }),
      facts: { receipt: receiptNumber, paid: amountText(refundMinor, currency), due: amountText(dueMinor, currency) },
    }),
  ];
}
