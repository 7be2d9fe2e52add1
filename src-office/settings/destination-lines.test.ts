import { expect, it } from 'vitest';
import { destinationText, readDestinations } from './destination-lines.ts';

it('regions are written a line each, and read again', () => {
  const regions = [
    { country: 'US', region: 'NY', storeId: 'NYC1' },
    { country: 'US', region: null, storeId: 'CHI1' },
  ];
  expect(regions.map(destinationText)).toEqual(['US/NY: NYC1', 'US: CHI1']);
  expect(readDestinations([...regions.map(destinationText), ''])).toEqual(regions);
  expect(readDestinations([' US / New York : NYC1 '])).toEqual([{ country: 'US', region: 'New York', storeId: 'NYC1' }]);
});

it.each(['US', 'US/NY', ': NYC1', 'US: ', '/NY: NYC1'])('%j is no region', (line) => {
  expect(readDestinations([line])).toBeNull();
});
