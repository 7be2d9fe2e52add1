import { describe, expect, it } from 'vitest';
import { cartLineOf, saleOf } from '../../test/support/examples.ts';
import { discountOf } from '../base/adjustment.ts';
import { saleFault } from './check-sale.ts';
import { saleCompletedPayload } from './sale.ts';
import { upgradeSale } from './upgrade-sale.ts';

const line = {
  lineNo: 1,
  sku: 'A',
  gtin: null,
  name: 'Article A',
  quantity: 2,
  unitPrice: 1_000_000,
  grossMinor: 2000,
  discountMinor: 200,
  promotionIds: ['P'],
  taxClass: 'standard',
  taxRatePpm: 88_750,
  taxMinor: 160,
  totalMinor: 1960,
};
const of2 = {
  receiptNumber: 'A1-000001',
  currency: 'USD',
  pricesIncludeTax: false,
  lines: [line],
  totalMinor: 1960,
  taxMinor: 160,
  tenders: [{ kind: 'cash', givenMinor: 2000, changeMinor: 40 }],
};

describe('a sale of versions 1 and 2', () => {
  it.each([
    ['one promotion', {}, [{ sourceId: 'P', amountMinor: -200 }]],
    ['promotions that share it', { promotionIds: ['P', 'Q'] }, [{ sourceId: null, amountMinor: -200 }]],
    ['nothing taken off', { discountMinor: 0, promotionIds: [], grossMinor: 1800, unitPrice: 900_000 }, []],
  ])('with %s says the same in the shape of today', (_what, given, adjustments) => {
    const upgraded = saleCompletedPayload.parse(upgradeSale({ ...of2, lines: [{ ...line, ...given }] }));
    expect(saleFault(upgraded)).toBeNull();
    expect(upgraded.lines).toMatchObject([
      { adjustments, taxes: [{ code: 'standard', ratePpm: 88_750, baseMinor: 1800, amountMinor: 160 }] },
    ]);
    expect(upgraded.lines.map(discountOf)).toEqual([('discountMinor' in given ? given.discountMinor : 200) ?? 0]);
    expect(upgraded.tenders).toEqual([
      { kind: 'cash', currency: 'USD', amountMinor: 1960, tipMinor: 0, givenMinor: 2000, changeMinor: 40, rate: null },
    ]);
  });

  it('a base is without tax where prices include it', () => {
    const inclusive = { ...of2, pricesIncludeTax: true, lines: [{ ...line, totalMinor: 1800 }], totalMinor: 1800 };
    expect(upgradeSale(inclusive)).toMatchObject({ lines: [{ taxes: [{ baseMinor: 1640, amountMinor: 160 }] }] });
  });

  it('what is in the shape of today, or in none, stays as it is', () => {
    const today = saleOf([cartLineOf()]);
    expect(upgradeSale(today)).toBe(today);
    const none = { lines: 'none' };
    expect(upgradeSale(none)).toBe(none);
  });
});
