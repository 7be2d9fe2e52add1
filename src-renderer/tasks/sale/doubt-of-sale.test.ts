import { describe, expect, it } from 'vitest';
import { doubtLimits } from '../../../domain/doubts/settings.ts';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import { cartLineOf, DATE } from '../../../test/support/examples.ts';
import { doubtOfSale } from './doubt-of-sale.ts';

const sale = (quantity: number, unitPrice: number) =>
  priceSale([cartLineOf({ quantity, unitPrice })], { pricesIncludeTax: true, taxes: oneTaxPerClass({}), promotions: [], date: DATE });

describe('doubtOfSale', () => {
  it.each([
    ['2.39 paid with 20,000', sale(1, 239_000), 2_000_000, '$19,997.61 in change?'],
    ['a million units', sale(1_000_000, 1_000), 1_000_000, '1,000,000 units of Article A?'],
    ['2.39 paid with 100', sale(1, 239_000), 10_000, undefined],
    ['100 units', sale(100, 100_000), 10_000, undefined],
    ['no cash', sale(1, 239_000), null, undefined],
  ])('%s', (_, priced, given, title) => {
    const cash = { currency: 'USD', dueMinor: priced.totalMinor, givenMinor: given };
    expect(doubtOfSale(doubtLimits.standard, priced, cash)?.title).toBe(title);
  });
});
