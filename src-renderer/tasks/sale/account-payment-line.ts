import { UNIT_PRICE_SCALE } from '../../../domain/base/money.ts';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import { accountId } from '../../../domain/stored-value/stored-value.ts';
import { words } from '../../../texts/words/words.ts';

/** What stands for an article number, and for a class of taxes, where a customer pays what they owe: it is no goods. */
const ACCOUNT_PAYMENT = 'ACCOUNT-PAYMENT';

/** The line by which a customer pays what they owe on their account. @param minor in minor units. */
export function accountPaymentLine(customerId: string, minor: number): CartLine {
  return {
    kind: 'account_payment',
    sku: ACCOUNT_PAYMENT,
    gtin: null,
    name: words('account.paymentLine'),
    quantity: 1,
    unitPrice: minor * UNIT_PRICE_SCALE,
    priceSource: 'entered',
    taxClass: ACCOUNT_PAYMENT,
    reference: accountId(customerId),
  };
}
