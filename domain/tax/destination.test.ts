import { expect, it } from 'vitest';
import { storeOfDestination } from './destination.ts';
import { taxDestinations } from './settings.ts';

const known = [
  { country: 'US', region: 'NY', storeId: 'NYC1' },
  { country: 'US', region: null, storeId: 'CHI1' },
];

it.each([
  ['US', 'NY', 'NYC1'],
  [' us', 'ny ', 'NYC1'],
  ['US', 'CA', 'CHI1'],
  ['US', '', 'CHI1'],
  ['US', null, 'CHI1'],
  ['CA', 'NY', undefined],
])('a parcel to %j, %j is sold in the taxes of %s', (country, region, storeId) => {
  expect(storeOfDestination(known, { country, region })).toBe(storeId);
});

it('a region is named once, whatever its capitals', () => {
  expect(taxDestinations.schema.safeParse(known).success).toBe(true);
  expect(taxDestinations.schema.safeParse([...known, { country: 'us', region: 'Ny', storeId: 'S' }]).success).toBe(false);
});
