import { describe, expect, it } from 'vitest';
import { type Promotion, promotion, type PromotionOf } from './promotion.ts';
import { firstSteps, unitDiscounts } from './unit-discounts.ts';

type UnitPromotion = PromotionOf<'percent_off' | 'amount_off' | 'fixed_price'>;
const made = (given: Partial<Promotion>) =>
  promotion.parse({ id: 'P', name: 'P', startsOn: '2026-01-01', endsOn: '2026-12-31', ...given }) as UnitPromotion;
const lineOf = (quantity: number, netMinor: number, quantityDecimals = 0) => ({ line: { quantity, quantityDecimals }, netMinor });

describe('promotions on single units', () => {
  it('counts units in the order of the lines, and goods by weight by what they weigh', () => {
    const lines = [lineOf(2, 200), lineOf(1500, 300, 3), lineOf(2, 400)];
    expect(firstSteps(lines, null).map(({ steps }) => steps)).toEqual([2, 1500, 2]);
    expect(firstSteps(lines, 3)).toEqual([
      { steps: 2, worthMinor: 200 },
      { steps: 1000, worthMinor: 200 },
      { steps: 0, worthMinor: 0 },
    ]);
  });

  it.each<[string, Partial<Promotion>, number[]]>([
    ['a percentage, rounded once a line', { kind: 'percent_off', basisPoints: 1250 }, [87, 12, 250]],
    ['a percentage of two units', { kind: 'percent_off', basisPoints: 1250, maxPerSale: 2 }, [25, 0, 0]],
    ['an amount off each, never more than it costs', { kind: 'amount_off', amountMinor: 150 }, [699, 99, 225]],
    ['an amount off a kilogram', { kind: 'amount_off', amountMinor: 50 }, [350, 50, 75]],
    ['a price for each', { kind: 'fixed_price', priceMinor: 60 }, [279, 39, 1910]],
    ['a price that is not lower', { kind: 'fixed_price', priceMinor: 5000 }, [0, 0, 0]],
  ])('[M1] %s', (_, given, expected) => {
    expect(unitDiscounts([lineOf(7, 699), lineOf(1, 99), lineOf(1500, 2000, 3)], made(given))).toEqual(expected);
  });
});
