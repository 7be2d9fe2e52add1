import { describe, expect, it } from 'vitest';
import { appliedWords } from './promotion-words.ts';

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
});
