import { describe, expect, it } from 'vitest';
import { makeBook } from './promotion-book.ts';
import { promotion } from './promotion.ts';
import { bestOutcome, miss, outcomeBefore, stepsOf } from './run-promotions.ts';

const lines = [{ sku: 'A', quantity: 1, unitPrice: 1_000_000, grossMinor: 1000 }];
const outcomeOf = (id: string, amountMinor: number) => {
  const outcome = outcomeBefore(lines);
  outcome.nets[0] = 1000 - amountMinor;
  outcome.applied.push({ promotionId: id, amountMinor, lines: [0], amounts: [amountMinor], times: null, points: null, code: null });
  return outcome;
};

describe('promotions one after the other', () => {
  it('options stand together where the first of them stands', () => {
    const made = (id: string, bestOf: string | null = null, option: string | null = null) =>
      promotion.parse({ kind: 'percent_off', id, name: id, startsOn: '2026-01-01', endsOn: '2026-12-31', basisPoints: 1, bestOf, option });
    const { entries } = makeBook([
      made('0'),
      made('1', 'B', 'x'),
      made('2'),
      made('3', 'B', 'y'),
      made('4', 'B', 'x'),
      made('5', 'C'),
      made('6', 'C'),
    ]);
    expect(stepsOf(entries, [0, 1, 2, 3, 4, 5, 6])).toEqual([[[0]], [[1, 4], [3]], [[2]], [[5], [6]]]);
  });

  it('the lowest total wins, the first of equal ones, and the others say who was better', () => {
    const [cheap, same, dear] = [outcomeOf('cheap', 300), outcomeOf('same', 300), outcomeOf('dear', 100)];
    miss(dear, 'other', 'needs_units', { missingUnits: 2 });
    const best = bestOutcome([dear, cheap, same], outcomeBefore(lines));
    expect(best).toBe(cheap);
    expect(best.missed.map(({ promotionId, reason, by }) => [promotionId, reason, by])).toEqual([
      ['other', 'needs_units', []],
      ['dear', 'better_offer', ['cheap']],
      ['same', 'better_offer', ['cheap']],
    ]);
  });
});
