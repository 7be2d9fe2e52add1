import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import type { Recorded } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import { amountText } from '../base/decimal-text.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { raiseException } from '../exceptions/raise.ts';
import type { IdentityDocument } from '../fulfillment/identity.ts';
import { storeSettingsDocument } from '../settings/documents.ts';
import { settingOf } from '../settings/setting-of.ts';
import { againstPolicy, type NoReceiptTrouble } from './no-receipt-policy.ts';
import { countReturn, noReceiptUseDocument, noReceiptUseId } from './no-receipt-use.ts';
import type { GoodsReturned } from './return.ts';
import { noReceiptPolicy } from './settings.ts';

type Return = Recorded<'goods_returned', GoodsReturned>;

/** The exception about the price of a return; that about the policy is named by the operation alone. */
export const aboutPrice = (operationId: string): string => `${operationId}:price`;

/** What a return without a receipt looks at; nothing for any other. */
export function readsOfNoReceipt({ id, storeId, payload }: Return): DocumentKey[] {
  const { origin, customerId } = payload;
  if (origin.kind !== 'no_receipt') return [];
  return [
    storeSettingsDocument.key(storeId),
    exceptionDocument.key(`no_receipt_off_policy:${id}`),
    ...(customerId === null ? [] : [noReceiptUseDocument.key(noReceiptUseId(customerId))]),
  ];
}

function raise(
  reader: StoreReader,
  operation: Return,
  about: string,
  { trouble, mostMinor }: { readonly trouble: NoReceiptTrouble | 'price'; readonly mostMinor: number | null },
): Effect {
  const { receiptNumber, currency, refundMinor } = operation.payload;
  return raiseException(reader, operation, {
    kind: 'no_receipt_off_policy',
    about,
    subject: receiptNumber,
    ...(mostMinor !== null && { cash: { [currency]: mostMinor - refundMinor } }),
    facts: {
      receipt: receiptNumber,
      trouble,
      paid: amountText(refundMinor, currency),
      most: amountText(mostMinor ?? 0, currency),
    },
  });
}

/**
 * Counts what a customer brought back without a receipt. The goods are there and the credit is given (rule J5): what the policy does not
 * allow, because two registers did not know of each other say, opens an exception with the loss named.
 */
export function withoutReceipt(reader: StoreReader, operation: Return, document: IdentityDocument | null): Effect[] {
  const { storeId, at, payload } = operation;
  const { customerId, receiptNumber, refundMinor } = payload;
  const id = customerId === null ? null : noReceiptUseId(customerId);
  const use = id === null ? undefined : reader.get(noReceiptUseDocument, id);
  const against = againstPolicy(settingOf(reader, noReceiptPolicy, { storeId }), use, { document, customerId, refundMinor, at });
  return [
    ...(id === null ? [] : [noReceiptUseDocument.put(countReturn(id, use, { receiptNumber, at, refundMinor }))]),
    ...(against === null ? [] : [raise(reader, operation, operation.id, against)]),
  ];
}

/** The exception about a return that gave more than the goods cost at least, by the prices of the pool. @param dueMinor what they cost. */
export function offPrice(reader: StoreReader, operation: Return, dueMinor: number): Effect[] {
  const { lines } = operation.payload;
  const paid = lines.reduce((sum, line) => sum + line.refundMinor, 0);
  if (paid <= dueMinor) return [];
  const mostMinor = operation.payload.refundMinor - (paid - dueMinor);
  return [raise(reader, operation, aboutPrice(operation.id), { trouble: 'price', mostMinor })];
}
