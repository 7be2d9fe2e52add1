import { expect, it } from 'vitest';
import { labelsByOrder, numbersOf } from './use-labels.ts';
import { parcelLabelOf } from '../../../test/support/parcel-labels.ts';

it('sorts labels by order and parcel, and names the numbers that can be used', () => {
  const labels = [
    parcelLabelOf('P2', { no: 2, trackingNumber: '1Z2' }),
    parcelLabelOf('P1', { trackingNumber: '1Z1' }),
    parcelLabelOf('P3', { state: 'void', trackingNumber: '1Z3' }),
    parcelLabelOf('P4', { fulfillmentOrderId: 'F2', state: 'asked', trackingNumber: null }),
  ];
  const byOrder = labelsByOrder(labels);
  expect(byOrder.get('F1')?.map((label) => label.parcelId)).toEqual(['P1', 'P3', 'P2']);
  expect(numbersOf(byOrder.get('F1') ?? [])).toEqual(['1Z1', '1Z2']);
  expect(numbersOf(byOrder.get('F2') ?? [])).toEqual([]);
});
