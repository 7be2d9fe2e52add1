import { expect, it } from 'vitest';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { promotion } from '../../../domain/promotions/promotion.ts';
import { movesOfSale } from '../../../domain/stored-value/moves-of.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import { giftCardLine } from './gift-card-line.ts';

it('a gift card costs what is put on it: no tax, no promotion and no discount of the sale changes that', () => {
  const all = promotion.parse({
    id: 'ALL',
    kind: 'percent_off',
    name: 'All',
    skus: ['GIFT-CARD'],
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    basisPoints: 1000,
  });
  const rules = {
    pricesIncludeTax: false,
    taxes: oneTaxPerClass({ standard: 80_000 }),
    promotions: [all],
    date: '2026-03-02',
    saleDiscount: { basisPoints: 500, reason: null, approvedBy: null },
  };
  const { lines, totalMinor, taxMinor } = priceSale([giftCardLine('SV-4821-0f', 5_000)], rules);
  expect([totalMinor, taxMinor, lines[0]?.adjustments]).toEqual([5_000, 0, []]);
  expect(movesOfSale({ currency: 'USD', lines, tenders: [], onAccount: null })).toEqual([
    { id: 'SV-4821-0f', kind: 'gift_card', currency: 'USD', amountMinor: 5_000 },
  ]);
});
