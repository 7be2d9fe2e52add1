import { expect, it } from 'vitest';
import { cartonText, readCartons } from './carton-lines.ts';

const M = { name: 'Box M', size: [300, 230, 150] as [number, number, number], weightGrams: 180, mostGrams: 10_000 };

it('cartons are written a line each, and read again', () => {
  expect(cartonText(M)).toBe('Box M: 300 x 230 x 150 mm, 180 g, 10000 g');
  expect(readCartons([cartonText(M), '', ' Box M:300×230×150mm,180g,10000g '])).toEqual([M, M]);
});

it.each(['Box M', 'Box M: 300 x 230 mm, 180 g, 10000 g', ': 1 x 1 x 1 mm, 1 g, 1 g', 'M: 1 x 1 x 1 mm, 1 g'])('%j is no carton', (line) => {
  expect(readCartons([line])).toBeNull();
});
