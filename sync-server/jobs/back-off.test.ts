import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOffMs, mostAttempts } from './back-off.ts';

const attempts = fc.integer({ min: 1, max: 1_000 });
const chance = fc.double({ min: 0, max: 1, noNaN: true });

it('[E1] doubles the wait after each attempt, up to an hour', () => {
  expect([1, 2, 3, 12, 13, 500].map((tried) => backOffMs(tried, 0))).toEqual([1_000, 2_000, 4_000, 2_048_000, 3_600_000, 3_600_000]);
});

it('[E1] is shorter by chance, by no more than half, and never in a hurry', () => {
  fc.assert(
    fc.property(attempts, chance, (tried, by) => {
      const longest = backOffMs(tried, 0);
      expect(backOffMs(tried, by)).toBeLessThanOrEqual(longest);
      expect(backOffMs(tried, by)).toBeGreaterThanOrEqual(Math.max(500, longest / 2));
    }),
  );
});

it('[E1] never waits less after more attempts, whatever chance says', () => {
  fc.assert(fc.property(attempts, chance, chance, (tried, a, b) => backOffMs(tried + 1, a) >= Math.min(backOffMs(tried, b), 1_800_000)));
});

it('[E1] comes at different times by different chance', () => {
  expect(new Set([0, 0.25, 0.5, 1].map((by) => backOffMs(5, by))).size).toBe(4);
});

it('[E1] asks an outside partner for 12 to 24 hours, and tries other work for some minutes', () => {
  const hours = (where: 'database' | 'outside', by: number) =>
    Array.from({ length: mostAttempts(where) - 1 }, (_, index) => backOffMs(index + 1, by)).reduce((sum, ms) => sum + ms, 0) / 3_600_000;
  expect([hours('outside', 1), hours('outside', 0)].map(Math.round)).toEqual([12, 24]);
  expect(hours('database', 0)).toBeLessThan(0.25);
});
