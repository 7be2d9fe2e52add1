import { describe, expect, it } from 'vitest';
import { cartLineOf } from '../../test/support/examples.ts';
import { listPriceOf, priceBookOf, priceListOf } from '../../test/support/price-lists.ts';
import { promotion } from '../promotions/promotion.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { lowestRecently, type RecentPrices } from './recent-price.ts';

const rules = { pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 250_000 }), promotions: [], date: '2026-03-31', storeId: 'S1' };
const lamp = cartLineOf({ sku: 'A', quantity: 1, unitPrice: 1_000_000 });

/** What a lamp of 10.00 gives back, in minor units. */
const lowest = (given: Partial<RecentPrices> = {}, line = lamp) =>
  lowestRecently({ book: priceBookOf([], []), rules, currency: 'USD', days: 30, ...given })(line);
const sale = (startsOn: string | null, endsOn: string | null, unitPrice: number) =>
  priceBookOf([priceListOf({ id: 'L' })], [{ ...listPriceOf({ sku: 'A', startsOn, endsOn, unitPrice }), listId: 'L' }]);

describe('the lowest recent price', () => {
  it('[M1] is that of the catalog where no list has another, with its tax', () => {
    expect(lowest()).toMatchObject({ totalMinor: 1_000, taxMinor: 200 });
  });

  it.each([
    ['held on the first day that counts', '2026-03-01', '2026-03-01', 600_000, 30, 600],
    ['was over the day before', '2026-02-20', '2026-02-28', 600_000, 30, 1_000],
    ['is over since yesterday, where only today counts', '2026-03-01', '2026-03-30', 600_000, 0, 1_000],
    ['holds today alone', '2026-03-31', '2026-03-31', 700_000, 0, 700],
    ['was dearer for a week', '2026-03-20', '2026-03-26', 1_500_000, 30, 1_000],
    ['is dearer since last year', null, null, 1_500_000, 30, 1_500],
    ['begins tomorrow', '2026-04-01', null, 100_000, 30, 1_000],
  ])('where a price %s', (_what, startsOn, endsOn, unitPrice, days, minor) => {
    expect(lowest({ book: sale(startsOn, endsOn, unitPrice), days })?.totalMinor).toBe(minor);
  });

  it('counts promotions of that time for everybody, and none with a code or of an hour', () => {
    const half = { kind: 'percent_off', name: 'Half', skus: ['A'], startsOn: '2026-03-10', endsOn: '2026-03-11', basisPoints: 5_000 };
    const on = (given: object) => lowest({ rules: { ...rules, promotions: [promotion.parse({ id: 'P', ...half, ...given })] } });
    expect(on({})?.totalMinor).toBe(500);
    expect(on({ startsOn: '2026-01-01', endsOn: '2026-01-31' })?.totalMinor).toBe(1_000);
    expect(on({ storeIds: ['S2'] })?.totalMinor).toBe(1_000);
    expect(on({ fromTime: '17:00', untilTime: '18:00' })?.totalMinor).toBe(1_000);
  });

  it('is of as many as come back: breaks count', () => {
    const breaks = [{ fromQuantity: 3, unitPrice: 500_000 }];
    const book = priceBookOf(
      [priceListOf({ id: 'L' })],
      [{ ...listPriceOf({ sku: 'A', startsOn: null, endsOn: null, unitPrice: 900_000, breaks }), listId: 'L' }],
    );
    expect(lowest({ book }, { ...lamp, quantity: 2 })?.totalMinor).toBe(1_800);
    expect(lowest({ book }, { ...lamp, quantity: 3 })?.totalMinor).toBe(1_500);
  });
});
