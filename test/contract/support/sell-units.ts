import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { completeSale } from '../../../domain/sale/complete-sale.ts';
import { saleCompleted } from '../../../domain/sale/operations.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import type { Catalog, Decide } from '../../../src-renderer/kit/register-services.ts';

/** Sells units of one product for cash, without tax. */
export function sellUnits(catalog: Pick<Catalog, 'product'>, sku: string, quantity: number): Decide {
  return (context) => {
    const product = catalog.product(sku);
    if (product === undefined) throw new Error(`The catalog has no ${sku}.`);
    const priced = priceSale([{ ...product, quantity }], {
      pricesIncludeTax: false,
      taxes: oneTaxPerClass({}),
      promotions: [],
      date: context.businessDate,
    });
    const sale = completeSale({
      priced,
      currency: 'USD',
      pricesIncludeTax: false,
      cashGivenMinor: priced.totalMinor,
      receiptNumber: context.nextReceiptNumber,
    });
    return sale.ok ? { ok: true, value: saleCompleted.request(sale.value) } : sale;
  };
}
