import { describe, expect, it } from 'vitest';
import { appliedWords, unlockWords } from './promotion-words.ts';

const names = new Map([
  ['P', '3 for 2'],
  ['Q', 'Welcome'],
]);
const taken = (sourceId: string | null, source: 'promotion' | 'reward' | 'line_discount' = 'promotion') => ({
  source,
  sourceId,
  amountMinor: -100,
  reason: null,
  approvedBy: null,
});

describe('what the till says of promotions', () => {
  it.each([
    [[], null],
    [[taken('P')], '3 for 2'],
    [[taken('P'), taken('Q', 'reward'), taken('P')], '3 for 2 · Welcome'],
    [[taken('GONE')], 'Promotion'],
    [[taken(null, 'line_discount')], null],
  ])('names those that made a line cheaper: %#', (adjustments, expected) => {
    expect(appliedWords(adjustments, names)).toBe(expected);
  });

  it.each([
    [null, null],
    [{ promotionId: 'P', missingUnits: 1, missingMinor: null }, '3 for 2: 1 more item'],
    [{ promotionId: 'P', missingUnits: 2, missingMinor: null }, '3 for 2: 2 more items'],
    [{ promotionId: 'Q', missingUnits: null, missingMinor: 1050 }, 'Welcome: $10.50 more'],
    [{ promotionId: 'GONE', missingUnits: 1, missingMinor: null }, null],
  ])('says what unlocks the next: %#', (next, expected) => {
    expect(unlockWords(next, names, 'USD')).toBe(expected);
  });
});
