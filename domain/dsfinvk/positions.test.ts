import { describe, expect, it } from 'vitest';
import { saleOf } from '../../test/support/examples.ts';
import type { GoodsReturned } from '../returns/return.ts';
import { returnedPositions, soldPositions } from './positions.ts';
import { sumOfPositions } from './receipt.ts';
import { VatKeys } from './vat-keys.ts';

const TWO = { sku: 'A', gtin: null, name: 'Article A', quantity: 2, unitPrice: 1_000_000, taxClass: 'standard' };

describe('the lines of a sale', () => {
  it('have the tax in the price where it comes on top, and a rate of its own where the standard has none', () => {
    // 2 × 10.00 and 8.875 %: 21.78.
    expect(soldPositions(new VatKeys(), saleOf([TWO]))).toMatchObject([
      {
        businessCase: 'Umsatz',
        quantity: 2_000,
        unitPrice: 1_089_000,
        amount: { key: 1_000, grossMinor: 2_178, taxMinor: 178 },
        baseMinor: null,
      },
    ]);
  });

  it('have lines for rounding and tips, and for what takes off: they come to what was paid with money', () => {
    const sale = saleOf([TWO], {
      roundingMinor: 2,
      tenders: [
        { kind: 'account', currency: 'USD', amountMinor: 1_000, tipMinor: 0, reference: 'ACCOUNT', state: 'captured' },
        { kind: 'cash', currency: 'USD', amountMinor: 1_480, tipMinor: 300, givenMinor: 1_480, changeMinor: 0, rate: null },
      ],
    });
    const positions = soldPositions(new VatKeys(), sale);
    expect(positions.slice(1).map((one) => [one.businessCase, one.caseName, one.amount])).toEqual([
      ['Aufschlag', 'Rundung', { key: 5, grossMinor: 2, taxMinor: 0 }],
      ['TrinkgeldAN', '', { key: 5, grossMinor: 300, taxMinor: 0 }],
      ['Forderungsentstehung', '', { key: 5, grossMinor: -1_000, taxMinor: 0 }],
    ]);
    expect(sumOfPositions({ positions })).toBe(1_480);
  });
});

describe('the lines of a return', () => {
  it.each([
    ['a rate that nobody knows any more', 'goods', [], 80, 7, 'Umsatz'],
    ['no tax at all', 'goods', [], 0, 5, 'Umsatz'],
    ['a deposit', 'deposit', [{ code: 'T', ratePpm: 70_000, baseMinor: 1_009, amountMinor: 71 }], 71, 2, 'PfandRueckzahlung'],
  ] as const)('of %s', (_what, kind, taxes, refundTaxMinor, key, businessCase) => {
    const line = {
      kind,
      taxes,
      refundTaxMinor,
      refundMinor: 1_080,
      quantity: 3,
      quantityDecimals: 0,
      unit: 'piece',
      name: 'A',
      sku: 'A',
      reference: null,
    };
    const refund = {
      lines: [line],
      roundingMinor: 0,
      tenders: [{ kind: 'card', amountMinor: 250, tipMinor: 50 }],
    } as unknown as GoodsReturned;
    expect(returnedPositions(new VatKeys(), refund)).toMatchObject([
      { businessCase, quantity: -3_000, unitPrice: 360_000, amount: { key, grossMinor: -1_080, taxMinor: -refundTaxMinor || 0 } },
      { businessCase: 'TrinkgeldAN', amount: { grossMinor: -50, taxMinor: 0 } },
    ]);
  });

  it('has each fee that was kept as turnover of its own', () => {
    const fee = { amountMinor: 119, taxMinor: 19, taxes: [{ code: 'T', ratePpm: 190_000, baseMinor: 100, amountMinor: 19 }] };
    const line = {
      kind: 'goods',
      taxes: fee.taxes,
      refundTaxMinor: 190,
      refundMinor: 1_190,
      quantity: 1,
      quantityDecimals: 0,
      unit: 'piece',
      name: 'A',
      sku: 'A',
      reference: null,
      fee,
    };
    const refund = { lines: [line], roundingMinor: 0, tenders: [{ kind: 'card', amountMinor: 1_071 }] } as unknown as GoodsReturned;
    expect(returnedPositions(new VatKeys(), refund)).toMatchObject([
      { businessCase: 'Umsatz', amount: { key: 1, grossMinor: -1_190, taxMinor: -190 } },
      { businessCase: 'Umsatz', caseName: 'Wiedereinlagerung', amount: { key: 1, grossMinor: 119, taxMinor: 19 } },
    ]);
  });
});
