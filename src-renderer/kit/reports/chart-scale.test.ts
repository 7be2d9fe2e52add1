import { expect, it } from 'vitest';
import { linesFor, namedEvery } from './chart-scale.ts';

it.each([
  [[], [0, 1]],
  [[0], [0, 1]],
  [[7], [0, 2, 4, 6, 8]],
  [
    [90_500, 12_000],
    [0, 50_000, 100_000],
  ],
  [[40_000], [0, 10_000, 20_000, 30_000, 40_000]],
  [
    [-30_000, 10_000],
    [-30_000, -20_000, -10_000, 0, 10_000],
  ],
  [[-500], [-600, -400, -200, 0]],
])('a chart of %j has lines at %j', (values, lines) => expect(linesFor(values)).toEqual(lines));

it.each([
  [1, 1],
  [12, 1],
  [13, 2],
  [31, 3],
  [366, 31],
])('of %d columns every %dth is named', (columns, every) => expect(namedEvery(columns)).toBe(every));
