import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SilentDemand, stalenessBuffer } from './staleness-buffer.ts';

const PLENTY = 1_000_000;
const demand = fc.record({
  soldUnits: fc.integer({ min: 0, max: 400 }),
  watchedDays: fc.integer({ min: 1, max: 60 }),
  silentDays: fc.double({ min: 0, max: 40, noNaN: true }),
  risk: fc.constantFrom(0.001, 0.01, 0.05, 0.2, 0.5),
  onHand: fc.integer({ min: -5, max: 500 }),
});

/** The chance that at most so many units are asked for, added up from binomial coefficients. */
function chanceOfAtMost(units: number, { soldUnits, watchedDays, silentDays }: SilentDemand): number {
  const miss = silentDays / (watchedDays + silentDays);
  let sum = 0;
  for (let k = 0; k <= units; k += 1) {
    let ways = 1;
    for (let i = 1; i <= k; i += 1) ways *= (soldUnits - 1 + i) / i;
    sum += ways * (1 - miss) ** soldUnits * miss ** k;
  }
  return sum;
}

describe('the staleness buffer', () => {
  it('[P5] is the smallest number that demand exceeds with at most the risk', () => {
    const few = fc.record({
      soldUnits: fc.integer({ min: 1, max: 60 }),
      watchedDays: fc.integer({ min: 1, max: 40 }),
      silentDays: fc.double({ min: 0.01, max: 20, noNaN: true }),
      risk: fc.constantFrom(0.01, 0.05, 0.3),
      onHand: fc.constant(PLENTY),
    });
    fc.assert(
      fc.property(few, (given) => {
        const units = stalenessBuffer(given);
        expect(chanceOfAtMost(units, given)).toBeGreaterThanOrEqual(1 - given.risk - 1e-9);
        if (units > 0) expect(chanceOfAtMost(units - 1, given)).toBeLessThan(1 - given.risk + 1e-9);
      }),
    );
  });

  it('[P5] never shrinks with the silence or with what is sold, and never grows with the risk', () => {
    fc.assert(
      fc.property(demand, fc.double({ min: 0, max: 20, noNaN: true }), fc.integer({ min: 0, max: 50 }), (given, longer, more) => {
        const units = stalenessBuffer(given);
        expect(stalenessBuffer({ ...given, silentDays: given.silentDays + longer })).toBeGreaterThanOrEqual(units);
        expect(stalenessBuffer({ ...given, soldUnits: given.soldUnits + more })).toBeGreaterThanOrEqual(units);
        expect(stalenessBuffer({ ...given, risk: Math.min(0.9, given.risk * 2) })).toBeLessThanOrEqual(units);
      }),
    );
  });

  it('[P5] is a whole number from 0 to what is on hand, and 0 without silence or without sales', () => {
    fc.assert(
      fc.property(demand, (given) => {
        const units = stalenessBuffer(given);
        expect(Number.isInteger(units) && units >= 0 && units <= Math.max(0, given.onHand)).toBe(true);
        expect(stalenessBuffer({ ...given, silentDays: 0 })).toBe(0);
        expect(stalenessBuffer({ ...given, soldUnits: 0 })).toBe(0);
      }),
    );
  });

  it.each([
    // In an hour of silence it is the Poisson's 95 % quantile of a mean of 1/6.
    [{ soldUnits: 112, watchedDays: 28, silentDays: 1 / 24 }, 1],
    [{ soldUnits: 112, watchedDays: 28, silentDays: 1 }, 8],
    // Two weeks: 56 are expected, and how many a day is itself uncertain.
    [{ soldUnits: 112, watchedDays: 28, silentDays: 14 }, 72],
    // The chance of selling none of these is no number any more.
    [{ soldUnits: 28_000, watchedDays: 28, silentDays: 14 }, 14_239],
  ])('[P5] at a risk of 5 % holds back, of %o, %i', (given, units) => {
    expect(stalenessBuffer({ ...given, risk: 0.05, onHand: PLENTY })).toBe(units);
  });

  it('[P5] holds nothing back where the chance of a sale is the risk itself', () => {
    expect(stalenessBuffer({ soldUnits: 1, watchedDays: 1, silentDays: 1, risk: 0.5, onHand: PLENTY })).toBe(0);
  });

  it('[P5] holds nothing back of what more came back than was sold', () => {
    expect(stalenessBuffer({ soldUnits: -3, watchedDays: 7, silentDays: 2, risk: 0.05, onHand: PLENTY })).toBe(0);
  });
});
