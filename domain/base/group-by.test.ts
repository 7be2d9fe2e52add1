import { expect, it } from 'vitest';
import { groupBy } from './group-by.ts';

it('groups values by their keys and keeps their order', () => {
  expect([...groupBy([3, 1, 4, 1, 5], (value) => value % 2)]).toEqual([
    [1, [3, 1, 1, 5]],
    [0, [4]],
  ]);
});
