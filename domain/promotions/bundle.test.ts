import { expect, it } from 'vitest';
import { bundleOffer } from './bundle.ts';
import { FINE, type Run } from './unit-runs.ts';

const runOf = (index: number, price: number, units: number): Run => ({
  index,
  value: BigInt(price) * FINE,
  units,
  netMinor: price * units,
});

it.each([
  ['once', [1, 2], 2500, null, { amounts: [333, 167], used: [1, 2], times: 1, missingUnits: null }],
  ['twice, with one over', [2, 5], 2500, null, { amounts: [667, 333], used: [2, 4], times: 2, missingUnits: 2 }],
  ['at most once', [2, 4], 2500, 1, { amounts: [333, 167], used: [1, 2], times: 1, missingUnits: null }],
  ['not complete', [1, 1], 2500, null, { amounts: [0, 0], used: [0, 0], times: 0, missingUnits: 1 }],
  ['dearer than its parts', [1, 2], 4000, null, { amounts: [0, 0], used: [0, 0], times: 0, missingUnits: null }],
])('[M2] a bundle of one and two: %s', (_, [first = 0, second = 0], priceMinor, maxPerSale, expected) => {
  const runs = [runOf(0, 2000, first), runOf(1, 500, second)];
  const parts = [
    { runs: runs.slice(0, 1), units: 1 },
    { runs: runs.slice(1), units: 2 },
  ];
  expect(bundleOffer(runs, parts, { priceMinor, maxPerSale })).toEqual(expected);
});
