import { priceSale } from '../../domain/pricing/price-sale.ts';
import { completeSale } from '../../domain/sale/complete-sale.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import type { Decide } from '../../src-renderer/kit/register-services.ts';

/** Sells goods for exactly their sum in cash, without tax. */
export function sellForCash(cart: Parameters<typeof priceSale>[0]): Decide {
  return ({ businessDate, nextReceiptNumber }) => {
    const priced = priceSale(cart, { pricesIncludeTax: false, taxes: oneTaxPerClass({}), promotions: [], date: businessDate });
    const sale = completeSale({
      priced,
      currency: 'USD',
      pricesIncludeTax: false,
      cashGivenMinor: priced.totalMinor,
      receiptNumber: nextReceiptNumber,
    });
    return sale.ok ? { ok: true, value: saleCompleted.request(sale.value) } : sale;
  };
}
