import { describe, expect, it } from 'vitest';
import { AT, fulfillmentOrderOf, operationOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { labelVoidWanted, labelWanted, parcelLabelDocument } from './documents.ts';
import { LABEL_OPERATIONS, labelAskedAgain, labelGivenBack, labelWantedOperation } from './operations.ts';
import { labelState, type ParcelLabel } from './parcel-label.ts';
import { askLabelAgain, giveLabelBack, wantLabel } from './want-label.ts';

const shipTo = { line1: '21 Elm Street', city: 'Chicago', region: 'IL', postalCode: '60601', country: 'US' };
const order = fulfillmentOrderOf({ kind: 'ship', shipTo, state: { status: 'packed' } });
const parcel = { parcelId: 'P1', fulfillmentOrderId: 'F1', no: 1, of: 1, box: 'M', size: null, weightGrams: 1_250 };
const wanted: ParcelLabel = {
  ...parcel,
  storeId: STORE,
  orderNumber: order.orderNumber,
  registerId: 'R1',
  wantedAt: AT,
  state: 'wanted',
  since: AT,
  reason: null,
  trackingNumber: null,
  cost: null,
  picture: null,
};
const knowing = (...labels: ParcelLabel[]) =>
  labels.reduce((known, label) => known.with(parcelLabelDocument, label), DocumentMap.of(fulfillmentOrderDocument, order));
const recorded = <P extends { type: string }>(request: P, storeId = STORE) => operationOf(request as never, { storeId }) as never;
const after = (reader: DocumentMap, request: { type: string; payload: object }, storeId = STORE) => {
  const definition = LABEL_OPERATIONS.find(({ type }) => type === request.type);
  return definition === undefined ? [] : definition.apply(reader, recorded(request, storeId));
};

describe('a label', () => {
  it('is wanted for a parcel of an order with an address', () => {
    expect(wantLabel(order, parcel)).toEqual({ ok: true, value: { type: 'label_wanted', payload: parcel } });
    expect(wantLabel({ ...order, shipTo: null }, parcel)).toEqual({ ok: false, refusal: 'address_missing' });
    expect(wantLabel({ ...order, state: { status: 'cancelled' } }, parcel)).toEqual({ ok: false, refusal: 'order_has_ended' });
  });

  it('[E2] is written down before anybody asks for it, once for a parcel, and not for another store', () => {
    const effects = after(knowing(), labelWantedOperation.request(parcel));
    expect(parcelLabelDocument.in(effects)).toMatchObject([
      { parcelId: 'P1', state: 'wanted', orderNumber: order.orderNumber, picture: null },
    ]);
    expect(labelWanted.in(effects)).toEqual([{ parcelId: 'P1' }]);
    expect(after(knowing({ ...wanted, state: 'have' }), labelWantedOperation.request(parcel))).toEqual([]);
    expect(after(knowing(), labelWantedOperation.request(parcel), 'S2')).toEqual([]);
  });

  const may = (states: readonly ParcelLabel['state'][], decide: (label: ParcelLabel) => { readonly ok: boolean }) =>
    labelState.options
      .filter((state) => decide({ ...wanted, state }).ok)
      .sort()
      .join() === [...states].sort().join();

  it('is asked for again while there is none, and given back once there is one', () => {
    expect(may(['refused', 'unknown', 'wanted'], askLabelAgain)).toBe(true);
    expect(may(['have'], giveLabelBack)).toBe(true);
  });

  it('[E2] of which nobody knows stays unknown when it is asked for again', () => {
    const again = labelAskedAgain.request({ parcelId: 'P1' });
    expect(parcelLabelDocument.in(after(knowing({ ...wanted, state: 'unknown' }), again))).toMatchObject([{ state: 'unknown' }]);
    const refused = after(knowing({ ...wanted, state: 'refused', reason: 'carrier_address_refused' }), again);
    expect(parcelLabelDocument.in(refused)).toMatchObject([{ state: 'wanted', reason: null }]);
    expect(labelWanted.in(refused)).toEqual([{ parcelId: 'P1' }]);
    expect(after(knowing({ ...wanted, state: 'have' }), again)).toEqual([]);
  });

  it('waits to be given back', () => {
    const back = labelGivenBack.request({ parcelId: 'P1' });
    const effects = after(knowing({ ...wanted, state: 'have', trackingNumber: '1Z' }), back);
    expect(parcelLabelDocument.in(effects)).toMatchObject([{ state: 'void_wanted', trackingNumber: '1Z' }]);
    expect(labelVoidWanted.in(effects)).toEqual([{ parcelId: 'P1' }]);
    expect(after(knowing({ ...wanted, state: 'void' }), back)).toEqual([]);
  });
});
