import { expect, it } from 'vitest';
import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import { AT, STORE } from '../../../test/support/examples.ts';
import { labelsByOrder, numbersOf } from './use-labels.ts';

const labelOf = (parcelId: string, given: Partial<ParcelLabel>): ParcelLabel => ({
  parcelId,
  fulfillmentOrderId: 'F1',
  no: 1,
  of: 2,
  box: null,
  size: null,
  weightGrams: 500,
  storeId: STORE,
  orderNumber: 'WEB-7',
  registerId: 'R1',
  wantedAt: AT,
  state: 'have',
  since: AT,
  reason: null,
  trackingNumber: null,
  cost: null,
  picture: null,
  ...given,
});

it('sorts labels by order and parcel, and names the numbers that can be used', () => {
  const labels = [
    labelOf('P2', { no: 2, trackingNumber: '1Z2' }),
    labelOf('P1', { trackingNumber: '1Z1' }),
    labelOf('P3', { state: 'void', trackingNumber: '1Z3' }),
    labelOf('P4', { fulfillmentOrderId: 'F2', state: 'asked' }),
  ];
  const byOrder = labelsByOrder(labels);
  expect(byOrder.get('F1')?.map((label) => label.parcelId)).toEqual(['P1', 'P3', 'P2']);
  expect(numbersOf(byOrder.get('F1') ?? [])).toEqual(['1Z1', '1Z2']);
  expect(numbersOf(byOrder.get('F2') ?? [])).toEqual([]);
});
