import { expect, it } from 'vitest';
import { isSameWeighing, type Weighing, weighing } from './weighing.ts';

const stable = { kind: 'stable', grams: 1236, isZero: false, isNet: false } as const;

it.each<[string, Weighing, Weighing | null, boolean]>([
  ['nothing before', stable, null, false],
  ['the same', stable, { ...stable }, true],
  ['the same in another order of its parts', stable, { isNet: false, isZero: false, grams: 1236, kind: 'stable' }, true],
  ['a gram more', stable, { ...stable, grams: 1237 }, false],
  ['net in place of gross', stable, { ...stable, isNet: true }, false],
  ['moving at the same weight', stable, { kind: 'moving', grams: 1236 }, false],
  ['moving without a weight', { kind: 'moving', grams: null }, { kind: 'moving', grams: null }, true],
  ['another reason', { kind: 'no_weight', why: 'fault' }, { kind: 'no_weight', why: 'over_load' }, false],
])('a look at a scale compared with %s', (_what, one, other, same) => {
  expect(isSameWeighing(one, other)).toBe(same);
});

it('a weight is in whole grams', () => {
  expect(weighing.safeParse({ ...stable, grams: 1236.5 }).success).toBe(false);
});
