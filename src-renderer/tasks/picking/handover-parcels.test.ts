import { expect, it } from 'vitest';
import { DocumentMap } from '../../../domain/base/document-map.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { carrierName, carriersOf, findParcel, leftBehind, waitingParcels } from './handover-parcels.ts';
import { parcelLabelOf } from '../../../test/support/parcel-labels.ts';

const reader = DocumentMap.of(fulfillmentOrderDocument, fulfillmentOrderOf({ kind: 'ship', state: { status: 'packed' } }));

it('lists what waits by order and parcel, and leaves out what stays here', () => {
  const labels = [
    parcelLabelOf('P3', { orderNumber: 'WEB-2' }),
    parcelLabelOf('P2', { no: 2, of: 2 }),
    parcelLabelOf('P1', { of: 2 }),
    parcelLabelOf('P4', { state: 'void' }),
    parcelLabelOf('P5', { handoverId: 'H0' }),
  ];
  expect(waitingParcels(reader, labels).map((label) => label.parcelId)).toEqual(['P1', 'P2', 'P3']);
});

it('finds a parcel by its number however it is written, by its id, and by its order where there is one only', () => {
  const [one, two, third] = [
    parcelLabelOf('P1', { of: 2 }),
    parcelLabelOf('P2', { no: 2, of: 2, trackingNumber: '1ZR4X7E60100047116' }),
    parcelLabelOf('P3'),
  ];
  const other = { ...third, orderNumber: 'WEB-2', trackingNumber: '796100040024' };
  const waiting = [one, two, other];
  expect(findParcel('1z out 905 03 0000 0014', waiting, waiting)).toBe(one);
  expect(findParcel('p2', waiting, waiting)).toBe(two);
  expect(findParcel('web-2', waiting, waiting)).toBe(other);
  expect(findParcel('WEB-1', waiting, waiting)).toBeUndefined();
  // A void label is found, so that a person is told.
  const voided = parcelLabelOf('P4', { state: 'void', trackingNumber: '612999500047112' });
  expect(findParcel('612999500047112', [...waiting, voided], waiting)).toBe(voided);
});

it('names the carriers of parcels', () => {
  const parcels = [parcelLabelOf('P1'), parcelLabelOf('P2'), parcelLabelOf('P3', { trackingNumber: 'own' })];
  expect(carriersOf(parcels)).toEqual(['ups', null]);
  expect(carriersOf(parcels).map(carrierName)).toEqual(['UPS', 'Other carrier']);
});

it('says which parcels missed the pick-up, by the clock of the store', () => {
  // New York is five hours behind in March.
  const madeAt = (since: string) => parcelLabelOf(since, { since });
  const [early, late, yesterday] = [
    madeAt('2026-03-02T20:59:00.000Z'),
    madeAt('2026-03-02T21:00:00.000Z'),
    madeAt('2026-03-01T20:00:00.000Z'),
  ];
  const all = [early, late, yesterday];
  const at = (now: string, time = '16:00') => leftBehind(all, time, Date.parse(now), 'America/New_York');
  expect(at('2026-03-02T20:59:59.000Z')).toEqual([yesterday]);
  expect(at('2026-03-02T21:00:00.000Z')).toEqual([early, yesterday]);
  expect(at('2026-03-02T23:00:00.000Z', '')).toEqual([]);
});
