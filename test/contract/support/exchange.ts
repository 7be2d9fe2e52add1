import type { RecordedBy } from '../../../domain/base/define-operation.ts';
import { exchangeGoods } from '../../../domain/exchanges/exchange-goods.ts';
import { exchangePickup } from '../../../domain/exchanges/exchange-pickup.ts';
import { type ExchangeRecorded, goodsExchanged, pickupExchanged } from '../../../domain/exchanges/operations.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { handOverOrder } from '../../../domain/fulfillment/hand-over-order.ts';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { returnableOfSale } from '../../../domain/returns/return-goods.ts';
import type { SaleRecorded } from '../../../domain/sale/operations.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import { DATE } from '../../support/examples.ts';
import { type JournalBuilder, saleOf } from '../../support/journal-builder.ts';

/** Units of an article at 10.00 each and 8 % tax. */
function pricedOf(sku: string, quantity: number) {
  const cart = [{ sku, gtin: null, name: `Article ${sku}`, quantity, unitPrice: 1_000_000, taxClass: 'standard' }];
  return priceSale(cart, { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 80_000 }), promotions: [], date: DATE });
}

/**
 * A ready pickup is handed over but for units of its first line, and units of an article are taken instead. What is due is paid in exact
 * cash.
 */
export function swapAtPickup(journal: JournalBuilder, order: FulfillmentOrder, stays: number, sku: string, taken: number) {
  const notTaken = stays === 0 ? [] : [{ lineNo: 1, reason: 'refused', quantity: stays } as const];
  const handover = handOverOrder(order, { by: 'vouched' }, [], notTaken);
  if (!handover.ok) throw new Error(`The handover was refused: ${handover.refusal}.`);
  const priced = pricedOf(sku, taken);
  const exchanged = exchangePickup({
    order,
    handover: handover.value.payload,
    receiptNumber: journal.nextReceiptNumber,
    sale: { priced, currency: 'USD', pricesIncludeTax: false, cashGivenMinor: Math.max(0, priced.totalMinor - stays * 1_083) },
  });
  if (!exchanged.ok) throw new Error(`The swap was refused: ${exchanged.refusal}.`);
  return journal.record(pickupExchanged.request(exchanged.value)) as RecordedBy<typeof pickupExchanged>;
}

/**
 * Units of the first line of a sale come back, and units of an article are taken home at 10.00 each and 8 % tax. What is due is paid in
 * exact cash.
 */
export function exchangeFor(journal: JournalBuilder, sold: SaleRecorded, units: number, sku: string, taken: number): ExchangeRecorded {
  const sale = saleOf(sold);
  const [line] = returnableOfSale(sale);
  if (line === undefined) throw new Error('The sale has no line.');
  const priced = pricedOf(sku, taken);
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
