import { expect, it } from 'vitest';
import { orderedWords, placeWords } from './order-words.ts';

it('says of an ordered line how the customer gets it', () => {
  expect(orderedWords({ kind: 'ship' })).toBe('Shipped to the customer');
  expect(orderedWords({ kind: 'pickup', storeId: 'S2', storeName: 'Harbor' })).toBe('Pickup at Harbor');
});

it('says of a place how far it is, and of when its numbers are', () => {
  const now = Date.parse('2026-03-02T10:00:00.000Z');
  expect(placeWords({ distanceKm: 2.345, heardAt: '2026-03-02T09:57:00.000Z' }, now)).toBe('2.3 km · as of 3 minutes ago');
  expect(placeWords({ distanceKm: null, heardAt: null }, now)).toBe('');
});
