import { receiptText } from '../../../domain/sale/settings.ts';
import { customerName } from '../../kit/customer-words.ts';
import type { Paper } from '../../kit/paper/paper.ts';
import { useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import { useCustomer } from '../../kit/use-customer.ts';
import { receiptPaper, type ReceiptFacts, type SaleOnPaper } from './receipt-paper.ts';
import { useSaidTenders } from './use-said-tenders.ts';

export interface ReceiptOptions extends Pick<ReceiptFacts, 'isCopy' | 'giftLines'> {
  /** Whether it was sold in this store, whose name and text stand on the receipt then. */
  readonly ofThisStore: boolean;
}

/** The receipt of a sale that has just been recorded, or of an old one; another one by what is asked of it. */
export function useReceiptPaper(sale: SaleOnPaper, ofThisStore: boolean): (options: Omit<ReceiptOptions, 'ofThisStore'>) => Paper {
  const { identity } = useRegister();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const address = useView((view) => view.store?.address);
  const text = useSetting(receiptText);
  const customer = useCustomer(sale.payload.customerId);
  const others = useSaidTenders(sale.payload.tenders);
  const store = ofThisStore ? { name: identity.storeName, address, ...text } : null;
  const known = { store, timezone, customerName: customer && customerName(customer), others };
  return (options) => receiptPaper(sale, { ...known, ...options });
}
