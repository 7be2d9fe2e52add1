import { describe, expect, it } from 'vitest';
import { type Promotion, promotion, type PromotionOf } from './promotion.ts';
import { pointsFor, saleDiscounts } from './sale-discounts.ts';

type SalePromotion = PromotionOf<'sale_percent' | 'sale_amount' | 'tiered' | 'points'>;
const made = (given: Partial<Promotion>) =>
  promotion.parse({ id: 'P', name: 'P', startsOn: '2026-01-01', endsOn: '2026-12-31', ...given }) as SalePromotion;
const tiers = [
  { fromMinor: 10_000, basisPoints: 1000 },
  { fromMinor: 5000, basisPoints: 500 },
];

describe('promotions on the whole sale', () => {
  it.each<[string, Partial<Promotion>, number[], number[], number | null]>([
    ['a percentage, rounded once', { kind: 'sale_percent', basisPoints: 333 }, [1000, 1000, 1000], [34, 33, 33], null],
    ['an amount, ties to the earlier line', { kind: 'sale_amount', amountMinor: 1000 }, [10_000, 10_000, 10_000], [334, 333, 333], null],
    ['never more than the goods cost', { kind: 'sale_amount', amountMinor: 1000 }, [400, 300], [400, 300], null],
    ['no tier yet', { kind: 'tiered', tiers }, [4999], [0], 1],
    ['the first tier', { kind: 'tiered', tiers }, [9999], [500], 1],
    ['the highest tier', { kind: 'tiered', tiers }, [10_000], [1000], null],
    ['points, a part of one is lost', { kind: 'points', pointValue: 750 }, [1000], [2], null],
  ])('[M1] %s', (_, given, nets, amounts, missingMinor) => {
    expect(saleDiscounts(nets, made(given), 3)).toEqual({ amounts, missingMinor });
  });

  it('burns no more points than the goods need', () => {
    const points = made({ kind: 'points', pointValue: 3000 }) as PromotionOf<'points'>;
    expect(saleDiscounts([100], points, 1000).amounts).toEqual([100]);
    expect([pointsFor(100, points), pointsFor(99, points), pointsFor(0, points)]).toEqual([34, 33, 0]);
  });
});
