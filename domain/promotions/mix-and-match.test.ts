import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mixAndMatchOffer } from './mix-and-match.ts';
import { FINE, type Run, sumOf } from './unit-runs.ts';

const runOf = (index: number, price: number, units: number): Run => ({
  index,
  value: BigInt(price) * FINE,
  units,
  netMinor: price * units,
});
const rule = { units: 3, priceMinor: 1000, maxPerSale: null };

it('[M2] each group costs its price, and the cheapest pieces stay out', () => {
  const runs = [499, 399, 349, 299].map((price, index) => runOf(index, price, 1));
  expect(mixAndMatchOffer(runs, rule)).toEqual({ amounts: [99, 79, 69, 0], used: [1, 1, 1, 0], times: 1, missingUnits: 2 });
});

it('a group that costs less anyway is none, and costs nothing more', () => {
  const runs = [runOf(0, 500, 3), runOf(1, 100, 3)];
  expect(mixAndMatchOffer(runs, rule)).toEqual({ amounts: [500, 0], used: [3, 0], times: 1, missingUnits: null });
});

it('[M1] takes off whole groups exactly, however the pieces lie', () => {
  const runs = fc
    .array(fc.tuple(fc.integer({ min: 334, max: 900 }), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
    .map((drawn) => drawn.map(([price, units], index) => runOf(index, price, units)));
  fc.assert(
    fc.property(runs, (given) => {
      const { amounts, used, times } = mixAndMatchOffer(given, rule);
      const worth = given.reduce((sum, run, index) => sum + (used[index] ?? 0) * (run.netMinor / run.units), 0);
      expect(worth - sumOf(amounts)).toBe(times * rule.priceMinor);
      expect(times).toBe(Math.floor(given.reduce((sum, { units }) => sum + units, 0) / 3));
    }),
  );
});
