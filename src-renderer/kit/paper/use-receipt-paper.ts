import { useCustomer } from '../use-customer.ts';
import type { Paper } from '../../../texts/paper/paper.ts';
import { paperIn } from '../../../texts/paper/paper-in.ts';
import { type ReceiptOptions, receiptPaper, type SaleOnPaper } from '../../../texts/paper/receipt-paper.ts';
import { useReceiptFacts } from './use-receipt-facts.ts';
import { useReceiptLanguages } from './use-receipt-languages.ts';

/**
 * The receipt of a sale that has just been recorded, or of an old one; another one by what is asked of it.
 * @param ofThisStore whether it was sold in this store, whose name and text stand on the receipt then.
 */
export function useReceiptPaper(sale: SaleOnPaper, ofThisStore: boolean): (options: ReceiptOptions) => Paper {
  const facts = useReceiptFacts(ofThisStore);
  const customer = useCustomer(sale.payload.customerId);
  const languages = useReceiptLanguages();
  return (options) => paperIn(languages, () => receiptPaper(sale, facts, customer, options));
}
