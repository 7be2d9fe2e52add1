import { expect, it } from 'vitest';
import { buyGetOtherOffer } from './buy-get-other.ts';
import { FINE, type Run } from './unit-runs.ts';

const runOf = (index: number, price: number, units: number): Run => ({
  index,
  value: BigInt(price) * FINE,
  units,
  netMinor: price * units,
});
const rule = { buy: 2, get: 1, basisPoints: 5000, spread: 'cheaper_units', maxPerSale: null } as const;

it.each([
  ['the cheapest of the others is cheaper', {}, [2, 2, 1], { amounts: [0, 0, 75], used: [2, 0, 1], times: 1, missingUnits: null }],
  ['of two lines the cheaper one first', {}, [4, 1, 1], { amounts: [0, 100, 75], used: [4, 1, 1], times: 2, missingUnits: null }],
  [
    'spread over what was bought and got',
    { spread: 'group' as const },
    [2, 0, 1],
    { amounts: [66, 0, 9], used: [2, 0, 1], times: 1, missingUnits: null },
  ],
  ['needs one more bought', {}, [1, 1, 0], { amounts: [0, 0, 0], used: [0, 0, 0], times: 0, missingUnits: 1 }],
  ['needs what it would get', {}, [2, 0, 0], { amounts: [0, 0, 0], used: [0, 0, 0], times: 0, missingUnits: 1 }],
  ['at most once', { maxPerSale: 1 }, [5, 1, 1], { amounts: [0, 0, 75], used: [2, 0, 1], times: 1, missingUnits: null }],
])('[M2] buy two, get another at half price: %s', (_, more, [bought = 0, dear = 0, cheap = 0], expected) => {
  const runs = [runOf(0, 550, bought), runOf(1, 200, dear), runOf(2, 150, cheap)];
  expect(buyGetOtherOffer(runs, { ...rule, ...more }, ({ index }) => index === 0)).toEqual(expected);
});
