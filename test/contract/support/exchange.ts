import { exchangeGoods } from '../../../domain/exchanges/exchange-goods.ts';
import { type ExchangeRecorded, goodsExchanged } from '../../../domain/exchanges/operations.ts';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { returnableOfSale } from '../../../domain/returns/return-goods.ts';
import type { SaleRecorded } from '../../../domain/sale/operations.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import { DATE } from '../../support/examples.ts';
import { type JournalBuilder, saleOf } from '../../support/journal-builder.ts';

/**
 * Units of the first line of a sale come back, and units of an article are taken home at 10.00 each and 8 % tax. What is due is paid in
 * exact cash.
 */
export function exchangeFor(journal: JournalBuilder, sold: SaleRecorded, units: number, sku: string, taken: number): ExchangeRecorded {
  const sale = saleOf(sold);
  const [line] = returnableOfSale(sale);
  if (line === undefined) throw new Error('The sale has no line.');
  const cart = [{ sku, gtin: null, name: `Article ${sku}`, quantity: taken, unitPrice: 1_000_000, taxClass: 'standard' }];
  const priced = priceSale(cart, { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 80_000 }), promotions: [], date: DATE });
  const dueMinor = Math.max(0, (taken - units) * 1_080);
  const exchanged = exchangeGoods({
    receiptNumber: journal.nextReceiptNumber,
    back: {
      origin: { kind: 'sale', receiptNumber: sale.receiptNumber },
      currency: 'USD',
      choices: [{ line, quantity: units, disposition: 'restock' }],
      paid: sale,
    },
    sale: { priced, currency: 'USD', pricesIncludeTax: false, cashGivenMinor: dueMinor },
  });
  if (!exchanged.ok) throw new Error(`The exchange was refused: ${exchanged.refusal}.`);
  return journal.record(goodsExchanged.request(exchanged.value)) as ExchangeRecorded;
}
