import { describe, expect, it } from 'vitest';
import { quickKeys } from '../../../../domain/sale/settings.ts';
import { freePlace, laidOut, placeBeside, placesOf, renamePage, setKey, swapKeys } from './lay-out-keys.ts';

const pages = [
  { name: 'Counter', skus: ['A', null, 'B'] },
  { name: 'Bakery', skus: [] },
];
const first = (changed: readonly { readonly skus: readonly (string | null)[] }[]) => changed[0]?.skus.slice(0, 4);

describe('laying out quick keys', () => {
  it('moves an article to another place, and what was there to its own', () => {
    expect(first(swapKeys(pages, 0, 0, 2))).toEqual(['B', null, 'A', null]);
    expect(first(swapKeys(pages, 0, 0, 3))).toEqual([null, null, 'B', 'A']);
    expect(first(swapKeys(pages, 0, 0, 12))).toEqual(['A', null, 'B', null]);
    expect(swapKeys(pages, 0, 0, 2)[1]).toBe(pages[1]);
  });

  it('puts an article on a page once, and takes it away', () => {
    expect(first(setKey(pages, 0, 1, 'C'))).toEqual(['A', 'C', 'B', null]);
    expect(first(setKey(pages, 0, 3, 'A'))).toEqual([null, null, 'B', 'A']);
    expect(first(setKey(pages, 0, 0, null))).toEqual([null, null, 'B', null]);
    expect([freePlace(pages[0]), freePlace({ name: 'Full', skus: Array.from({ length: 12 }, () => 'X') })]).toEqual([1, -1]);
    expect(placesOf(undefined)).toHaveLength(12);
  });

  it('keeps pages that have a name, without empty places at their end', () => {
    const changed = laidOut([...renamePage(swapKeys(pages, 0, 2, 11), 1, ' '), { name: ` ${'N'.repeat(40)}`, skus: [null] }]);
    expect(changed.map(({ name, skus }) => [name, skus.length])).toEqual([
      ['Counter', 12],
      ['N'.repeat(30), 0],
    ]);
    expect(quickKeys.schema.safeParse({ pages: changed }).success).toBe(true);
  });

  it.each([
    [0, 'ArrowRight', false, 1],
    [1, 'ArrowLeft', false, 0],
    [1, 'ArrowLeft', true, 2],
    [0, 'ArrowUp', false, 0],
    [0, 'ArrowDown', false, 3],
    [11, 'ArrowDown', false, 11],
    [5, 'Enter', false, 5],
  ])('from place %d %s leads, mirrored: %s, to %d', (place, key, isMirrored, next) => {
    expect(placeBeside(place, key, isMirrored)).toBe(next);
  });
});
