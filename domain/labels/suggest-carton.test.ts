import { describe, expect, it } from 'vitest';
import { filledBy, parcelWeight, suggestCarton, type ToPack } from './suggest-carton.ts';

const S = { name: 'S', size: [200, 150, 100] as [number, number, number], weightGrams: 80, mostGrams: 2_000 };
const M = { name: 'M', size: [300, 230, 150] as [number, number, number], weightGrams: 180, mostGrams: 10_000 };
const of = (quantity: number, size: [number, number, number] | null, weightGrams: number | null): ToPack => ({
  quantity,
  article: { size, weightGrams },
});

describe('suggestCarton', () => {
  it('takes the smallest that takes the goods, in whatever order cartons are listed', () => {
    expect(suggestCarton([of(1, [100, 100, 100], 500)], [M, S])?.name).toBe('S');
  });

  it('takes a larger one for goods that are too long, too many or too heavy', () => {
    expect(suggestCarton([of(1, [20, 250, 20], 100)], [S, M])?.name).toBe('M');
    // Three litres of 100 × 100 × 100 fill S, which has three, to more than 85 %.
    expect(suggestCarton([of(3, [100, 100, 100], 100)], [S, M])?.name).toBe('M');
    expect(suggestCarton([of(2, [50, 50, 50], 1_000)], [S, M])?.name).toBe('M');
  });

  it('suggests none where none fits, and none where size or weight is not known', () => {
    expect(suggestCarton([of(1, [400, 10, 10], 100)], [S, M])).toBeNull();
    expect(suggestCarton([of(1, null, 100)], [S, M])).toBeNull();
    expect(suggestCarton([of(1, [10, 10, 10], null)], [S, M])).toBeNull();
    expect(suggestCarton([], [S, M])).toBeNull();
  });
});

it('says how full a carton gets, and what the parcel weighs', () => {
  expect(filledBy([of(1, [100, 100, 100], 500)], S)).toBe(334);
  expect(parcelWeight([of(2, null, 500), of(1, null, 70)], S)).toBe(1_150);
  expect(parcelWeight([of(2, null, 500)], null)).toBe(1_000);
  expect(parcelWeight([of(2, null, null)], S)).toBeNull();
});
