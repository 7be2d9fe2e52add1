import { describe, expect, it } from 'vitest';
import { AT, fulfillmentOrderOf, operationOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import type { FulfillmentState } from '../fulfillment/fulfillment-order.ts';
import { carrierHandoverDocument, parcelLabelDocument } from './documents.ts';
import { applyParcelsHandedOver, handOverParcels, isAllTaken, type ParcelsHandedOver, refuseParcel } from './hand-over-parcels.ts';
import type { ParcelLabel } from './parcel-label.ts';
import { applyLabelGivenBack, giveLabelBack } from './want-label.ts';
import { parcelLabelOf } from '../../test/support/parcel-labels.ts';

const [UPS, FEDEX] = ['1ZOUT9050300000014', '796100040024'];
const inState = (state: FulfillmentState, ...labels: readonly ParcelLabel[]) =>
  labels.reduce(
    (known, label) => known.with(parcelLabelDocument, label),
    DocumentMap.of(fulfillmentOrderDocument, fulfillmentOrderOf({ kind: 'ship', state })),
  );
const packed = (...labels: readonly ParcelLabel[]) => inState({ status: 'packed' }, ...labels);
const handedOver = (parcelIds: string[], handoverId = 'H1') =>
  operationOf({ type: 'parcels_handed_over', payload: { handoverId, carrier: 'ups', parcelIds } }, { storeId: STORE }) as ParcelsHandedOver;

describe('a parcel for a driver', () => {
  it('goes with its own carrier, and with any while nobody knows whose driver is here', () => {
    expect(refuseParcel(packed(), parcelLabelOf('P1'))).toBeNull();
    expect(refuseParcel(packed(), parcelLabelOf('P1'), 'ups')).toBeNull();
    expect(refuseParcel(packed(), parcelLabelOf('P1', { trackingNumber: FEDEX }), 'ups')).toBe('carrier_other');
    expect(refuseParcel(packed(), parcelLabelOf('P1', { trackingNumber: 'own-7' }), 'ups')).toBe('carrier_other');
    expect(refuseParcel(packed(), parcelLabelOf('P1', { trackingNumber: 'own-7' }), null)).toBeNull();
  });

  it.each([
    [undefined, 'parcel_unknown'],
    [parcelLabelOf('P1', { state: 'void' }), 'label_void'],
    [parcelLabelOf('P1', { state: 'void_wanted' }), 'label_void'],
    [parcelLabelOf('P1', { state: 'unknown', trackingNumber: null }), 'not_labelled'],
    [parcelLabelOf('P1', { handoverId: 'H0' }), 'parcel_handed_over'],
  ] as const)('stays here: %#', (label, refusal) => {
    expect(refuseParcel(packed(), label, 'ups')).toBe(refusal);
  });

  it('stays here where its order was cancelled, is not packed, or left before', () => {
    expect(refuseParcel(inState({ status: 'cancelled' }), parcelLabelOf('P1'), 'ups')).toBe('order_has_ended');
    expect(refuseParcel(inState({ status: 'picked' }), parcelLabelOf('P1'), 'ups')).toBe('not_packed');
    expect(refuseParcel(inState({ status: 'shipped', trackingNumber: UPS, at: AT }), parcelLabelOf('P1'), 'ups')).toBe(
      'parcel_handed_over',
    );
  });
});

describe('a hand-over', () => {
  it('names each parcel once, and needs one', () => {
    const known = packed(parcelLabelOf('P1'), parcelLabelOf('P2'));
    expect(handOverParcels(known, 'H1', 'ups', ['P1', 'P2', 'P1'])).toEqual({
      ok: true,
      value: { type: 'parcels_handed_over', payload: { handoverId: 'H1', carrier: 'ups', parcelIds: ['P1', 'P2'] } },
    });
    expect(handOverParcels(known, 'H1', 'ups', [])).toEqual({ ok: false, refusal: 'nothing_to_hand_over' });
    expect(handOverParcels(known, 'H1', 'ups', ['P1', 'P9'])).toEqual({ ok: false, refusal: 'parcel_unknown' });
    const many = Array.from({ length: 201 }, (_, index) => `P${index}`);
    expect(handOverParcels(known, 'H1', 'ups', many)).toEqual({ ok: false, refusal: 'too_many_parcels' });
  });

  it('[J5] is listed with what is known of each parcel, and takes the pictures with the addresses away', () => {
    const known = packed(parcelLabelOf('P1'), parcelLabelOf('P2', { storeId: 'S9' }));
    const effects = applyParcelsHandedOver(known, handedOver(['P1', 'P2', 'P3']));
    expect(carrierHandoverDocument.in(effects)).toMatchObject([
      {
        id: 'H1',
        carrier: 'ups',
        parcels: [
          { parcelId: 'P1', orderNumber: 'WEB-1', trackingNumber: UPS },
          { parcelId: 'P2', orderNumber: null, trackingNumber: null },
          { parcelId: 'P3', orderNumber: null, trackingNumber: null },
        ],
      },
    ]);
    expect(parcelLabelDocument.in(effects)).toEqual([parcelLabelOf('P1', { handoverId: 'H1', picture: null })]);
  });

  it('[J3] has its effect once, and a parcel stays with its first driver', () => {
    const taken = packed(parcelLabelOf('P1', { handoverId: 'H0', picture: null }));
    const effects = applyParcelsHandedOver(taken, handedOver(['P1']));
    expect(parcelLabelDocument.in(effects)).toEqual([]);
    const [manifest] = carrierHandoverDocument.in(effects);
    if (manifest === undefined) throw new Error('The hand-over is listed.');
    expect(applyParcelsHandedOver(taken.with(carrierHandoverDocument, manifest), handedOver(['P1']))).toEqual([]);
  });

  it('has an order when all parcels of it are gone', () => {
    const [first, second] = [parcelLabelOf('P1', { of: 2 }), parcelLabelOf('P2', { of: 2, no: 2 })];
    expect(isAllTaken([first, second], new Set(['P1']))).toBe(false);
    expect(isAllTaken([first, second], new Set(['P1', 'P2']))).toBe(true);
    expect(isAllTaken([{ ...first, handoverId: 'H0' }, second], new Set(['P2']))).toBe(true);
    expect(isAllTaken([])).toBe(false);
  });
});

it('no label is given back whose parcel a driver has', () => {
  const taken = parcelLabelOf('P1', { handoverId: 'H0' });
  expect(giveLabelBack(taken)).toEqual({ ok: false, refusal: 'parcel_handed_over' });
  const givenBack = operationOf({ type: 'label_given_back', payload: { parcelId: 'P1' } }, { storeId: STORE });
  expect(applyLabelGivenBack(packed(taken), givenBack as never)).toEqual([]);
});
