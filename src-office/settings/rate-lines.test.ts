import { expect, it } from 'vitest';
import { rateLine, readRates } from './rate-lines.ts';

const GROUND = {
  service: '03',
  name: 'UPS Ground',
  days: 3,
  to: [
    { country: 'US', postal: ['78', '79'] },
    { country: 'CA', postal: [] },
  ],
  bands: [
    { mostGrams: 1_000, minor: 850 },
    { mostGrams: 5_000, minor: 1_500 },
  ],
};

it('rates are written a line each, and read again', () => {
  expect(rateLine(GROUND, 'USD')).toBe('03 UPS Ground; 3; US 78 79, CA; 1000 g 8.50, 5000 g 15.00');
  expect(readRates([rateLine(GROUND, 'USD'), '', ' 03  UPS Ground;3;us 78  79,ca;1000g 8.5, 5000 g 15 '], 'USD')).toEqual([GROUND, GROUND]);
  expect(readRates([rateLine({ ...GROUND, days: null }, 'USD')], 'USD')).toEqual([{ ...GROUND, days: null }]);
});

it.each([
  '03 UPS Ground; 3; US',
  'UPS Ground; 3; US; 1000 g 8.50',
  '03 G; x; US; 1000 g 8.50',
  '03 G; 3; US; 8.50',
  '03 G; 3; US; 1000 g x',
])('%j is no rate', (line) => {
  expect(readRates([line], 'USD')).toBeNull();
});
