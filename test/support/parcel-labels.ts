import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';
import { AT, STORE } from './examples.ts';

/** The label of the only parcel of an order, bought from UPS; with anything else as told. */
export function parcelLabelOf(parcelId: string, given: Partial<ParcelLabel> = {}): ParcelLabel {
  return {
    parcelId,
    ...{ fulfillmentOrderId: 'F1', no: 1, of: 1, box: null, size: null, weightGrams: 500 },
    ...{ storeId: STORE, orderNumber: 'WEB-1', registerId: 'R1', wantedAt: AT, state: 'have', since: AT, reason: null },
    ...{ trackingNumber: '1ZOUT9050300000014', cost: null, picture: { format: 'gif', data: 'R0lGOD' } },
    ...given,
  };
}
