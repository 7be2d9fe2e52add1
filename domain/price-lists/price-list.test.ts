import { expect, it } from 'vitest';
import { priceListOf } from '../../test/support/price-lists.ts';
import { listPrice, priceList, standingOf } from './price-list.ts';

it.each([
  [{}, 'all'],
  [{ storeIds: ['S1'] }, 'store'],
  [{ storeIds: ['S1'], customerGroups: ['staff'] }, 'group'],
  [{ storeIds: ['S1'], customerIds: ['C1'] }, 'contract'],
])('a list with %j stands as %s', (given, standing) => {
  expect(standingOf(priceListOf(given))).toBe(standing);
});

it.each([
  [listPrice, { sku: 'A', unitPrice: -1 }],
  [listPrice, { sku: 'A', unitPrice: 1.5 }],
  [listPrice, { sku: 'A', unitPrice: 100, startsOn: '2026-02-30' }],
  [listPrice, { sku: 'A', unitPrice: 100, breaks: [{ fromQuantity: 1, unitPrice: 90 }] }],
  [listPrice, { sku: 'A', unitPrice: 100, breaks: [{ fromQuantity: 2, unitPrice: -90 }] }],
  [priceList, { id: 'L', name: 'L', currency: 'usd' }],
  [priceList, { id: 'L', name: '', currency: 'USD' }],
  [priceList, { id: 'L', name: 'L', currency: 'USD', priority: -1 }],
])('[M1] refuses what is no price and no list: %#', (schema, given) => {
  expect(schema.safeParse(given).success).toBe(false);
});
