import { expect, it } from 'vitest';
import { type Adjustment, discountOf } from './adjustment.ts';

const by = (amountMinor: number): Adjustment => ({
  source: 'line_discount',
  sourceId: null,
  amountMinor,
  reason: 'damaged',
  approvedBy: null,
});

it.each([
  [[], 0],
  [[-100], 100],
  [[-100, -50, 30], 120],
  [[40], -40],
])('%j takes off %d', (amounts, expected) => {
  expect(discountOf({ adjustments: amounts.map(by) })).toBe(expected);
});
