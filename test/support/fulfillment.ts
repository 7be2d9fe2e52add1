import type { StoreReader } from '../../domain/base/define-document.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import type { Effect } from '../../domain/base/effect.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { ENDED, type FulfillmentOrder, type FulfillmentState } from '../../domain/fulfillment/fulfillment-order.ts';
import { hashPickupCode } from '../../domain/fulfillment/pickup-code.ts';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import type { Wave } from '../../domain/fulfillment/wave.ts';
import { AT, fulfillmentOrderOf, operationOf, STORE } from './examples.ts';
import type { LooseRequest } from './loose-request.ts';

/** A fulfillment order in each of its states. */
export const STATES: readonly FulfillmentState[] = [
  { status: 'open' },
  { status: 'acknowledged' },
  { status: 'picking', waveId: 'W' },
  { status: 'picked' },
  { status: 'packed' },
  { status: 'ready', stagingLocation: 'Shelf 1', at: AT },
  { status: 'handed_over', at: AT },
  { status: 'shipped', trackingNumber: 'T', at: AT },
  { status: 'rejected', reason: 'too_busy' },
  { status: 'cancelled' },
  { status: 'expired' },
];

/** Order WEB-7, whose pickup code is K7P2. */
export function orderIn(state: FulfillmentState): FulfillmentOrder {
  return fulfillmentOrderOf({ orderNumber: 'WEB-7', pickupCodeHash: hashPickupCode('WEB-7', 'K7P2'), state });
}

/** What is decided from each state by what is possible from one alone: it is accepted, or refused with these words. */
export const decisionsFrom = (from: FulfillmentState['status'], otherwise: string) =>
  STATES.map((state) => {
    if (state.status === from) return [state, 'accepted'] as const;
    return [state, ENDED.includes(state.status) ? 'order_has_ended' : otherwise] as const;
  });

export function readerOf(...orders: readonly FulfillmentOrder[]): StoreReader {
  return DocumentMap.of(fulfillmentOrderDocument, ...orders);
}

export function applyTo(order: FulfillmentOrder, request: LooseRequest): readonly Effect[] {
  return applyOperation(readerOf(order), operationOf(request));
}

/** The order as the effects leave it. */
export function orderAfter(effects: readonly Effect[]): FulfillmentOrder | undefined {
  return fulfillmentOrderDocument.in(effects).at(-1);
}

export const exceptionsIn = (effects: readonly Effect[]) => exceptionDocument.in(effects).map((one) => one.kind);

export const stockIn = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'stock' ? [{ sku: effect.sku, onHand: effect.onHand, reserved: effect.reserved }] : []));

/** A wave of the example store, with nobody and without orders unless told. */
export function waveOf(given: Partial<Wave> = {}): Wave {
  return {
    id: 'W',
    storeId: STORE,
    startedAt: AT,
    orderIds: [],
    lost: [],
    pickerId: null,
    takenFrom: null,
    registerId: 'R1',
    since: AT,
    ...given,
  };
}
