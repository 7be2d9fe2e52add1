import { associateDocument } from '../../../domain/associates/documents.ts';
import { cardPaymentDocument, cardRefundDocument } from '../../../domain/payments/documents.ts';
import { promotionDocument } from '../../../domain/promotions/documents.ts';
import { voucherKinds } from '../../../domain/payments/settings.ts';
import { receiptAssociate, receiptLogo, receiptSeller, receiptText, receiptTillSerial } from '../../../domain/sale/settings.ts';
import { useDocuments, useRegister, useSetting, useView } from '../register-context.tsx';
import type { ReceiptFacts } from '../../../texts/paper/receipt-facts.ts';

/** What stands on receipts of this register besides what they record. @param ofThisStore whether it was recorded in this store. */
export function useReceiptFacts(ofThisStore: boolean): ReceiptFacts {
  const { identity } = useRegister();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const address = useView((view) => view.store?.address);
  const [logo, text, seller] = [useSetting(receiptLogo), useSetting(receiptText), useSetting(receiptSeller)];
  const associates = useDocuments(associateDocument);
  const promotions = useDocuments(promotionDocument);
  return {
    store: ofThisStore ? { name: identity.storeName, address, logo, ...seller, ...text } : null,
    timezone,
    associateBy: useSetting(receiptAssociate),
    nameOf: (id) => associates.get(id)?.name,
    promotionNameOf: (id) => promotions.get(id)?.name,
    hasTillSerial: useSetting(receiptTillSerial) === 'shown',
    payments: useDocuments(cardPaymentDocument),
    refunds: useDocuments(cardRefundDocument),
    vouchers: useSetting(voucherKinds),
  };
}
