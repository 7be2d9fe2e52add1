import { describe, expect, it } from 'vitest';
import { listPriceOf } from '../../test/support/price-lists.ts';
import { listIdFor, NEW_PRICE, priceDraftOf, readIds, readPriceDraft } from './price-draft.ts';

describe('a price that is typed', () => {
  it('[M1] is read as finely as prices are kept, and shown as it was typed', () => {
    const price = listPriceOf({
      unitPrice: 1_234_567,
      breaks: [
        { fromQuantity: 6, unitPrice: 1_200_000 },
        { fromQuantity: 12, unitPrice: 1_000_500 },
      ],
      startsOn: '2026-06-01',
    });
    const draft = priceDraftOf(price, 'USD');
    expect(draft).toEqual({ sku: 'A', price: '12.34567', breaks: '6:12.00 | 12:10.005', startsOn: '2026-06-01', endsOn: '' });
    expect(readPriceDraft(draft, 'USD')).toEqual(price);
  });

  it.each([
    ['price', { price: 'twelve' }],
    ['price', { price: '' }],
    ['price', { price: '1.2345678' }],
    ['breaks', { breaks: '6' }],
    ['breaks', { breaks: '6:x' }],
    ['breaks', { breaks: '1:0.50' }],
    ['breaks', { breaks: '6:1:2' }],
    ['sku', { sku: ' ' }],
    ['startsOn', { startsOn: '2026-02-30' }],
    ['endsOn', { endsOn: 'tomorrow' }],
  ] as const)('says that %s is not right: %j', (field, given) => {
    expect(readPriceDraft({ ...NEW_PRICE, sku: 'A', price: '1', ...given }, 'USD')).toBe(field);
  });
});

it('reads ids between commas', () => {
  expect(readIds(' C1, C2 ,,C3')).toEqual(['C1', 'C2', 'C3']);
  expect(readIds('  ')).toEqual([]);
});

it.each([
  ['Trade customers, North!', 'trade-customers-north'],
  ['…', 'list'],
  ['Standard', 'standard-3'],
  ['قائمة', 'قائمة'],
])('makes an id of the name %s', (name, id) => {
  expect(listIdFor(name, [{ id: 'standard' }, { id: 'standard-2' }])).toBe(id);
});
