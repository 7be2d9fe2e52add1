import { expect, it } from 'vitest';
import { type OrderPlace, readPlace, writePlace } from './order-place.ts';

const PLACES: OrderPlace[] = [
  { sort: 'placed', placed: '2026-01-31T12:00:00.000Z', id: 'O1' },
  { sort: 'changed', epoch: null, seq: 0, id: 'O1' },
  { sort: 'changed', epoch: 'E', seq: 7, id: 'ö' },
];

it.each(PLACES)('reads what it wrote: %j', (place) => {
  expect(readPlace(writePlace(place), place.sort)).toEqual(place);
});

it('does not go on in another order', () => {
  expect(PLACES.map((place) => readPlace(writePlace(place), place.sort === 'placed' ? 'changed' : 'placed'))).toEqual([null, null, null]);
});

it.each(['', 'x', '%', Buffer.from('{}').toString('base64url'), Buffer.from('null').toString('base64url')])('takes no %j', (after) => {
  expect(readPlace(after, 'placed')).toBeNull();
});
