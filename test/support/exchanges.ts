import { exchangeGoods, type ExchangeRequest } from '../../domain/exchanges/exchange-goods.ts';
import type { GoodsExchanged } from '../../domain/exchanges/exchange.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import { returnableOfSale } from '../../domain/returns/return-goods.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import { cartLineOf, cashOf, DATE, saleOf, shiftOf } from './examples.ts';

/** What tenders beside cash say. */
export const named = { currency: 'USD', tipMinor: 0, state: 'accepted' } as const;

/** What articles at a price come to, without tax. */
export function priced(sku: string, quantity: number, eachMinor: number) {
  const cart = [cartLineOf({ sku, quantity, unitPrice: eachMinor * 1_000, taxClass: 'none' })];
  return priceSale(cart, { pricesIncludeTax: false, taxes: oneTaxPerClass({ none: 0 }), promotions: [], date: DATE });
}

/** Two articles at 50.00 each. 20.00 were paid by a gift card, 60.00 by card, 20.00 in cash. */
export const BOUGHT: Sale = saleOf([], {
  ...priced('A', 2, 5_000),
  tenders: [
    { ...named, kind: 'gift_card', reference: 'GC-1', amountMinor: 2_000 },
    { ...named, kind: 'card', reference: 'P1', amountMinor: 6_000 },
    cashOf(2_000),
  ],
});

/** Units of the article above come back, and another article is taken home for so much. */
export function exchange(
  units: number,
  takenMinor: number,
  given: Partial<ExchangeRequest['back']> & { cashMinor?: number; paid?: Sale } = {},
) {
  const { cashMinor = 0, paid = BOUGHT, ...back } = given;
  const choices = returnableOfSale(paid).map((line) => ({ line, quantity: units, disposition: 'restock' as const }));
  return exchangeGoods({
    receiptNumber: 'A1-000002',
    back: { origin: { kind: 'sale', receiptNumber: paid.receiptNumber }, currency: 'USD', choices, paid, ...back },
    sale: { priced: priced('B', 1, takenMinor), currency: 'USD', pricesIncludeTax: false, cashGivenMinor: cashMinor },
  });
}

/** The same, decided. @throws Error where it is refused. */
export function decided(...asked: Parameters<typeof exchange>): GoodsExchanged {
  const decision = exchange(...asked);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.value;
}

/** What a till knows of that sale. */
export const reader = DocumentMap.of(saleDocument, BOUGHT).with(shiftDocument, shiftOf());
/** Tenders in short: kind, amount, reference, and what they carry. */
export const short = (tenders: readonly { kind: string; amountMinor: number; reference?: string | null; carries?: string }[]) =>
  tenders.map((one) => [one.kind, one.amountMinor, one.reference ?? null, one.carries ?? null]);
