import type { NoReceiptPolicy } from '../../domain/returns/settings.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { words } from '../../texts/words/words.ts';

/** The policy for returns without a receipt, a line each. */
export function noReceiptText(
  { allowed, priceDays, documents, needsCustomer, mostMinor, perCustomer }: NoReceiptPolicy,
  currency: string,
): string {
  if (!allowed) return words('settings.noReceipt.no');
  const { days, returns, mostMinor: customerMinor } = perCustomer;
  const ofCustomer = [
    ...(returns === null ? [] : [words('settings.noReceipt.times', { count: returns })]),
    ...(customerMinor === null ? [] : [formatMoney(customerMinor, currency)]),
  ];
  return [
    words('settings.noReceipt.yes', { days: priceDays }),
    ...(needsCustomer ? [words('settings.noReceipt.needsCustomer')] : []),
    ...(documents.length === 0 ? [] : [documents.map((kind) => words(`identity.${kind}`)).join(', ')]),
    ...(mostMinor === null ? [] : [words('settings.noReceipt.upTo', { amount: formatMoney(mostMinor, currency) })]),
    ...(ofCustomer.length === 0 ? [] : [words('settings.noReceipt.ofCustomer', { days, most: ofCustomer.join(', ') })]),
  ].join('\n');
}
