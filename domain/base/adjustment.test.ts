import { expect, it } from 'vitest';
import { type Adjustment, discountOf, promotionsIn } from './adjustment.ts';

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

it('says what each promotion and reward took off, and leaves out what a person did or several share', () => {
  const of = (source: Adjustment['source'], sourceId: string | null, amountMinor: number): Adjustment => ({
    ...by(amountMinor),
    source,
    sourceId,
  });
  const adjustments = [
    ...[of('promotion', 'summer', -100), of('promotion', 'summer', -20), of('reward', 'birthday', -50)],
    ...[of('promotion', null, -5), of('bundle', 'SET', -7), by(-3)],
  ];
  expect([...promotionsIn({ adjustments })]).toEqual([
    ['summer', 120],
    ['birthday', 50],
  ]);
});
