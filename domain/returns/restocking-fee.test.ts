import { describe, expect, it } from 'vitest';
import { feesOf, type FeeRule, type RestockingFee, restockingFeeOf } from './restocking-fee.ts';

/** Three pieces for 119.00 with 19.00 of tax in it. */
const line = {
  quantity: 3,
  quantityDecimals: 0,
  refundMinor: 11_900,
  refundTaxMinor: 1_900,
  taxes: [{ code: 'VAT', ratePpm: 190_000, baseMinor: 10_000, amountMinor: 1_900 }],
};
const PERCENT: FeeRule = { basisPoints: 1_000 };
const AMOUNT: FeeRule = { amountMinor: 500 };

describe('the fee for goods that come back', () => {
  it('keeps the tax that lies in it where it stays a part of the price', () => {
    expect(restockingFeeOf(PERCENT, line, 'as_goods')).toEqual({
      amountMinor: 1_190,
      taxMinor: 190,
      taxes: [{ code: 'VAT', ratePpm: 190_000, baseMinor: 1_000, amountMinor: 190 }],
    });
  });

  it('leaves all of the tax to the customer where it bears none', () => {
    expect(restockingFeeOf(PERCENT, line, 'untaxed')).toEqual({ amountMinor: 1_000, taxMinor: 0, taxes: [] });
  });

  it.each<[string, FeeRule, Partial<typeof line>, 'as_goods' | 'untaxed', number | null]>([
    ['an amount for each piece', AMOUNT, {}, 'untaxed', 1_500],
    ['an amount for what was weighed', AMOUNT, { quantity: 640, quantityDecimals: 3 }, 'untaxed', 500],
    ['no more than was paid', { amountMinor: 9_000 }, {}, 'as_goods', 11_900],
    ['no more than the price without its tax, where that goes back', { amountMinor: 9_000 }, {}, 'untaxed', 10_000],
    ['nothing of what cost nothing', AMOUNT, { refundMinor: 0, refundTaxMinor: 0, taxes: [] }, 'as_goods', null],
    ['nothing that rounds to nothing', { basisPoints: 1 }, { refundMinor: 20, refundTaxMinor: 0, taxes: [] }, 'as_goods', null],
  ])('is %s', (_what, rule, given, tax, minor) => {
    expect(restockingFeeOf(rule, { ...line, ...given }, tax)?.amountMinor ?? null).toBe(minor);
  });

  it('[M1] has taxes that add up to its tax, where a line bears several', () => {
    const taxes = [
      { code: 'STATE', ratePpm: 40_000, baseMinor: 333, amountMinor: 13 },
      { code: 'CITY', ratePpm: 45_000, baseMinor: 333, amountMinor: 15 },
    ];
    const fee = restockingFeeOf(PERCENT, { ...line, refundMinor: 361, refundTaxMinor: 28, taxes }, 'as_goods');
    expect(fee).toMatchObject({ amountMinor: 36, taxMinor: 3 });
    expect(fee?.taxes.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(3);
  });

  it('is added up over the lines that have one', () => {
    const fee: RestockingFee = { amountMinor: 250, taxMinor: 0, taxes: [] };
    expect(feesOf([{ fee }, {}, { fee }])).toBe(500);
  });
});
