import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceSale } from './price-sale.ts';
import type { CartLine, DecidedDiscount } from './cart-line.ts';
import { takenOffByHand } from './taken-off-by-hand.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';

const decided = { reason: 'goodwill', approvedBy: null };
const line = (given: Partial<CartLine> = {}): CartLine => ({
  ...{ sku: 'A', gtin: null, name: 'A', quantity: 1, unitPrice: 10_000_000, taxClass: 'standard' },
  ...given,
});
const priced = (cart: readonly CartLine[], saleDiscount?: DecidedDiscount) =>
  priceSale(cart, { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 0 }), promotions: [], date: '2026-03-02', saleDiscount })
    .lines;

describe('what people take off', () => {
  it.each<[string, CartLine, DecidedDiscount | undefined, { weight: number; approvers: string[] }[]]>([
    ['nothing', line(), undefined, []],
    ['20 %', line({ discount: { basisPoints: 2000, ...decided } }), undefined, [{ weight: 2000, approvers: [] }]],
    ['a price', line({ override: { unitPrice: 7_140_000, ...decided, approvedBy: 'M' } }), undefined, [{ weight: 2860, approvers: ['M'] }]],
    ['a higher price', line({ override: { unitPrice: 20_000_000, ...decided } }), undefined, []],
    [
      '20 % of the line and 10 % of the sale',
      line({ discount: { basisPoints: 2000, ...decided } }),
      { basisPoints: 1000, ...decided, approvedBy: 'M' },
      [
        { weight: 2800, approvers: ['M'] },
        { weight: 2000, approvers: [] },
      ],
    ],
    [
      'a tenth of the line with an approval, and then the rest of the sale without one',
      line({ discount: { basisPoints: 1000, ...decided, approvedBy: 'M' } }),
      { basisPoints: 10_000, ...decided },
      [
        { weight: 10_000, approvers: ['M'] },
        { weight: 9000, approvers: [] },
      ],
    ],
    [
      'a price above its own, and a discount that takes less',
      line({ override: { unitPrice: 20_000_000, ...decided }, discount: { basisPoints: 1000, ...decided } }),
      undefined,
      [],
    ],
    [
      'one minor unit more than allowed, which is rounding',
      line({ discount: { amountMinor: 2001, ...decided } }),
      undefined,
      [{ weight: 2000, approvers: [] }],
    ],
  ])('%s is weighed in hundredths of a percent of the price', (_what, sold, saleDiscount, weighed) => {
    expect(
      takenOffByHand(priced([sold], saleDiscount)).map(({ weight, approvers }) => ({ weight: Math.round(weight / 10) * 10, approvers })),
    ).toEqual(weighed);
  });

  it('[A1] a percentage weighs no more than it says, however its amounts are rounded', () => {
    const carts = fc.array(fc.record({ unitPrice: fc.integer({ min: 1, max: 9_999_999 }), quantity: fc.integer({ min: 1, max: 99 }) }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(carts, fc.integer({ min: 1, max: 10_000 }), fc.boolean(), (cart, basisPoints, ofSale) => {
        const discount = { basisPoints, ...decided };
        const lines = cart.map((one) => line({ ...one, ...(!ofSale && { discount }) }));
        for (const { weight } of takenOffByHand(priced(lines, ofSale ? discount : undefined)))
          expect(weight).toBeLessThanOrEqual(basisPoints);
      }),
      { examples: [[[7, 10, 1_419_185].map((unitPrice, index) => ({ unitPrice, quantity: [72, 50, 95][index] ?? 1 })), 2656, true]] },
    );
  });
});
