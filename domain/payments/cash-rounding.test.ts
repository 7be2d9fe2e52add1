import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUNDING_MODES } from '../base/round-ratio.ts';
import { cashDue, cashRefund, type CashRoundingRule, NOT_ROUNDED } from './cash-rounding.ts';
import { CASH_ROUNDING_PLACES } from './cash-rounding-places.ts';

describe('cash that is due', () => {
  it.each<[string, number, number, number, number]>([
    ['CH', 1998, 0, 2000, 2],
    ['CH', 1997, 0, 1995, -2],
    ['NZ', 1005, 0, 1000, -5],
    ['IL', 1005, 0, 1010, 5],
    ['ZA', 1009, 0, 1000, -9],
    ['US-NC-DOWN', -3609, 0, -3605, 4],
    ['SK', 2, 0, 5, 3],
    ['SK', 3002, 3000, 0, -2],
    ['SK', -1202, 0, -1202, 0],
    ['BE', 3, 0, 3, 0],
    ['BE', 7, 0, 5, -2],
    ['HU', 123_600, 0, 123_500, -100],
    ['FI', 3002, 3002, 0, 0],
  ])('[M3] in %s for %d, of which others pay %d, is %d', (place, total, other, roundedMinor, roundingMinor) => {
    const due = cashDue(total, other, CASH_ROUNDING_PLACES[place]?.rule ?? NOT_ROUNDED);
    expect(due).toEqual({ exactMinor: total - other, roundedMinor, roundingMinor });
  });

  it.each([
    ['CH', 1998, 2000, 2],
    ['SK', 1202, 1202, 0],
    ['US-NC-DOWN', 198, 195, -3],
    ['SE', 49, 0, -49],
  ])('[M3] and paid back in %s for %d', (place, refund, roundedMinor, roundingMinor) => {
    expect(cashRefund(refund, CASH_ROUNDING_PLACES[place]?.rule ?? NOT_ROUNDED)).toEqual({ roundedMinor, roundingMinor });
  });

  it('[M3] is exact where nothing is said', () => {
    expect(cashDue(1234, 200, NOT_ROUNDED)).toEqual({ exactMinor: 1034, roundedMinor: 1034, roundingMinor: 0 });
  });

  it('[M3] can be paid in coins that there are, is less than one coin off, and a refund mirrors its sale', () => {
    const rule: fc.Arbitrary<CashRoundingRule> = fc.record({
      incrementMinor: fc.integer({ min: 1, max: 500 }),
      mode: fc.constantFrom(...ROUNDING_MODES),
      refunds: fc.constant('rounded'),
      tiny: fc.constant('rounded'),
    });
    fc.assert(
      fc.property(fc.nat(10 ** 9), rule, (total, given) => {
        const due = cashDue(total, 0, given);
        expect(due.roundedMinor % given.incrementMinor).toBe(0);
        expect(Math.abs(due.roundingMinor)).toBeLessThan(given.incrementMinor);
        expect(cashDue(-total, 0, given).roundedMinor).toBe(-due.roundedMinor || 0);
      }),
    );
  });
});
