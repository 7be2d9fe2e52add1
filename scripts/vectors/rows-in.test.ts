import { describe, expect, it } from 'vitest';
import { rowsIn } from './rows-in.ts';

describe('rowsIn', () => {
  it.each([
    ['an array', [1, 2], [], [1, 2]],
    ['an object of lists', { cases: [1], units: { a: 1 }, batches: [2] }, ['cases', 'batches'], [1, 2]],
    ['an object for a kind that has no lists', { cases: [1] }, [], null],
    ['an object with other lists', { rows: [1] }, ['cases'], null],
    ['a list that is none', { cases: 'all' }, ['cases'], null],
    ['nothing', null, ['cases'], null],
    ['a number', 7, ['cases'], null],
  ])('reads %s', (_what, value, lists, rows) => {
    expect(rowsIn(value, lists)).toEqual(rows);
  });
});
