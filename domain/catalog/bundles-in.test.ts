import { expect, it } from 'vitest';
import { bundlesIn } from './bundles-in.ts';

const parts = [
  { sku: 'CUP', quantity: 2 },
  { sku: 'PLATE', quantity: 1 },
];

it.each([
  ['as many as the scarcest goods allow', { CUP: 7, PLATE: 5 }, 3],
  ['none where one of them is gone', { CUP: 9, PLATE: 0 }, 0],
  ['none where one is promised to others already', { CUP: 9, PLATE: -2 }, 0],
])('of a bundle there are %s', (_what, free: Record<string, number>, bundles) => {
  expect(bundlesIn(parts, (sku) => free[sku] ?? 0)).toBe(bundles);
});
