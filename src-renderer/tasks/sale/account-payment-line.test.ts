import { expect, it } from 'vitest';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { promotion } from '../../../domain/promotions/promotion.ts';
import { accountId } from '../../../domain/stored-value/stored-value.ts';
import { movesOfSale } from '../../../domain/stored-value/moves-of.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import { accountPaymentLine } from './account-payment-line.ts';

it('a payment on account is what was paid: no tax, no promotion and no discount of the sale changes that', () => {
  const all = promotion.parse({
    id: 'ALL',
    kind: 'percent_off',
    name: 'All',
    skus: [accountPaymentLine('C1', 1).sku],
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
  const line = accountPaymentLine('C1', 5_000);
  const changed = {
    ...line,
    override: { unitPrice: 1, reason: null, approvedBy: null },
    discount: { basisPoints: 100, reason: null, approvedBy: null },
  };
  for (const one of [line, changed]) {
    const { lines, totalMinor, taxMinor } = priceSale([one], rules);
    expect([totalMinor, taxMinor, lines[0]?.adjustments]).toEqual([5_000, 0, []]);
    expect(movesOfSale({ currency: 'USD', lines, tenders: [], onAccount: null })).toEqual([
      { id: accountId('C1'), kind: 'account', currency: 'USD', amountMinor: 5_000 },
    ]);
  }
});
