import { expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { head } from '../../../texts/paper/paper.ts';
import { packingSlip, pickList } from './picking-paper.ts';
import { waveStops } from './wave-list.ts';

const TOP = [head('Store 1', 'strong')];
const order = fulfillmentOrderOf({
  orderNumber: 'WEB-7',
  shipTo: { line1: '21 Elm Street', city: 'Chicago', region: 'IL', postalCode: '60601', country: 'US' },
  lines: [
    fulfillmentLineOf({ quantity: 3, picked: 2, short: 1 }),
    fulfillmentLineOf({ lineNo: 2, sku: 'B', name: 'Article B', quantity: 2, picked: 1 }),
  ],
});
const texts = (parts: readonly object[]) =>
  parts.flatMap((part) =>
    'text' in part ? [part.text] : 'name' in part && 'amount' in part ? [`${String(part.amount)} ${String(part.name)}`] : [],
  );

it('says what lies in each parcel, to whom it goes, and no price', () => {
  const lineOf = (lineNo: number, sku: string, quantity: number) => ({ lineNo, sku, quantity });
  const parcels = [
    { id: 'P1', box: null, weightGrams: null, lines: [lineOf(1, 'A', 2)] },
    { id: 'P2', box: null, weightGrams: null, lines: [lineOf(2, 'B', 1)] },
  ];
  const { parts } = packingSlip(order, parcels, TOP);
  expect(texts(parts)).toEqual([
    'Store 1',
    'Packing slip of order WEB-7',
    order.customer.name,
    '21 Elm Street',
    '60601 Chicago IL',
    'Parcel 1 of 2',
    '2 × Article A',
    'Parcel 2 of 2',
    '1 × Article B',
  ]);
  expect(JSON.stringify(parts)).not.toContain('$');
  expect(parts.at(-1)).toEqual({ kind: 'code', data: 'WEB-7' });
});

it('has the message of a gift below the goods, line by line', () => {
  const { parts } = packingSlip({ ...order, giftMessage: 'Happy birthday!\nYours, Ann' }, [], TOP);
  expect(texts(parts).slice(-4)).toEqual(['1 × Article B', 'A message for you', 'Happy birthday!', 'Yours, Ann']);
  // That of a person who was erased is empty.
  expect(texts(packingSlip({ ...order, giftMessage: '' }, [], TOP).parts).at(-1)).toBe('1 × Article B');
});

it('lists all that is picked where nobody has parted it into parcels', () => {
  expect(texts(packingSlip(order, [], TOP).parts).slice(-2)).toEqual(['2 × Article A', '1 × Article B']);
});

it('lists what is still to pick in bin order, with the letter of each order', () => {
  const stops = waveStops([order], (sku) => (sku === 'B' ? 'A-01' : 'B-02'));
  const { parts } = pickList(stops, () => 'C', TOP);
  expect(texts(parts)).toEqual(['Store 1', 'Pick list', 'A-01', '1 × Article B']);
  expect(parts.slice(-2)).toMatchObject([{ details: ['B', 'C 1 × WEB-7'] }, { kind: 'barcode', data: 'B' }]);
});
