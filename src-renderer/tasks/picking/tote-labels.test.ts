import { expect, it } from 'vitest';
import { MOST_LABELS, nextToteNumber, toteCodes, toteLabels } from './tote-labels.ts';

it.each<[string[], number]>([
  [[], 1],
  [['T-003', 't-12', 'T-X', 'BOX-99', 'T-'], 13],
])('goes on after the highest of %j', (codes, next) => {
  expect(nextToteNumber('T-', codes)).toBe(next);
});

it.each<[number | null, number | null, string[] | null]>([
  [7, 2, ['T-0007', 'T-0008']],
  [9999, 2, ['T-9999', 'T-10000']],
  [0, 1, null],
  [1, 0, null],
  [1, MOST_LABELS + 1, null],
  [null, 1, null],
  [1, null, null],
])('from %s on, %s of them, are %j', (first, count, codes) => {
  expect(toteCodes('t-', first, count)).toEqual(codes);
});

it('has codes that are long enough for scanners', () => {
  expect(toteCodes('T', 1, 1)).toEqual(['T00001']);
});

it('has no codes that are longer than a tote’s', () => {
  expect(toteCodes('T'.repeat(39), 1, 1)).toBeNull();
});

it('is one label for each, with its code for people and for scanners', () => {
  expect(
    toteLabels(['T-007', 'T-008'], 'Bonn').parts.map((part) => [part.kind, 'text' in part ? part.text : 'data' in part ? part.data : null]),
  ).toEqual([
    ['head', 'Bonn'],
    ['head', 'T-007'],
    ['barcode', 'T-007'],
    ['cut', null],
    ['head', 'Bonn'],
    ['head', 'T-008'],
    ['barcode', 'T-008'],
  ]);
});
