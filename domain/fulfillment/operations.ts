import { addFields } from '../base/add-fields.ts';
import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import { defineOperation } from '../base/define-operation.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { fulfillmentOrderDocument, toteDocument, waveDocument } from './documents.ts';
import { applyOrderAcknowledged } from './acknowledge-orders.ts';
import { applyCustomerArrived } from './arrive.ts';
import { applyToteEmptied, ordersInTote } from './empty-tote.ts';
import { applyPickupExtended } from './extend-pickup.ts';
import { applyOrderHandedOver } from './hand-over-order.ts';
import { applyPickupMailRequested } from './mail-again.ts';
import { applyOrderPacked } from './pack-order.ts';
import * as payloads from './payloads.ts';
import { applyLinePicked } from './pick-item.ts';
import { applyGoodsPutBack } from './put-back.ts';
import { applyOrderRejected, countWantedKeys } from './reject-order.ts';
import { applyOrderShipped } from './ship-order.ts';
import { applyLineShortPicked } from './short-pick-line.ts';
import { applyOrderStaged } from './stage-order.ts';
import { applyPickingStarted, otherWaves } from './start-picking.ts';
import { applyLineSubstituted } from './substitute-line.ts';
import { applyWaveReleased, applyWaveTaken } from './take-wave.ts';
import { toteId } from './tote.ts';
import { applyLineUnpicked } from './unpick-line.ts';
import { toteKeys } from './use-totes.ts';

/** An order, and what may have been told of it already: `more` are kinds of exceptions about it. */
function orderAnd(id: string, ...more: readonly string[]): DocumentKey[] {
  const kinds = ['unknown_fulfillment_order', ...more];
  return [fulfillmentOrderDocument.key(id), ...kinds.map((kind) => exceptionDocument.key(`${kind}:${id}`))];
}

/** The totes that an operation names. */
function totesOf(storeId: string, codes: readonly (string | null)[]): DocumentKey[] {
  return codes.flatMap((code) => (code === null ? [] : [toteDocument.key(toteId(storeId, code))]));
}

/** The totes in which an order lies, once it is known. */
function totesOfOrder(reader: StoreReader, { payload }: { readonly payload: { readonly fulfillmentOrderId: string } }): DocumentKey[] {
  return toteKeys(reader.get(fulfillmentOrderDocument, payload.fulfillmentOrderId));
}

/** What taking goods from the shelf looks at: what may have been told of too many units, and of two pickers, with the wave in question. */
function readsOfTaking({ storeId, payload }: payloads.LinePicked | payloads.LineSubstituted): DocumentKey[] {
  const { fulfillmentOrderId: id, lineNo, waveId, tote } = payload;
  const ofWave = waveId === null ? [] : [waveDocument.key(waveId), exceptionDocument.key(`picked_by_two:${id}:${waveId}`)];
  const tooMany = exceptionDocument.key(`picked_too_many:${id}:${lineNo}`);
  return [...orderAnd(id, 'picked_after_end'), ...totesOf(storeId, [tote]), tooMany, ...ofWave];
}

/** Version 1 did not tell what left. What claims to be of it and tells all the same was not written by it. */
const UNTOLD = addFields({ lines: null });

export const orderAcknowledged = defineOperation({
  type: 'order_acknowledged',
  since: 3,
  permission: 'order.pick',
  payload: payloads.orderAcknowledgedPayload,
  reads: ({ payload }) => payload.fulfillmentOrderIds.flatMap((id) => orderAnd(id)),
  apply: applyOrderAcknowledged,
});

export const customerArrived = defineOperation({
  type: 'customer_arrived',
  since: 3,
  permission: 'order.hand_over',
  payload: payloads.customerArrivedPayload,
  reads: ({ payload }) => orderAnd(payload.fulfillmentOrderId),
  apply: applyCustomerArrived,
});

export const pickingStarted = defineOperation({
  type: 'picking_started',
  since: 1,
  permission: 'order.pick',
  payload: payloads.pickingStartedPayload,
  reads: ({ payload }) => [...payload.fulfillmentOrderIds.flatMap((id) => orderAnd(id)), waveDocument.key(payload.waveId)],
  readsNext: otherWaves,
  apply: applyPickingStarted,
});

export const waveTaken = defineOperation({
  type: 'wave_taken',
  since: 3,
  permission: 'order.pick',
  payload: payloads.waveTakenPayload,
  reads: ({ payload }) => [waveDocument.key(payload.waveId)],
  apply: applyWaveTaken,
});

export const waveReleased = defineOperation({
  type: 'wave_released',
  since: 3,
  permission: 'order.pick',
  payload: payloads.waveReleasedPayload,
  reads: ({ payload }) => [waveDocument.key(payload.waveId)],
  apply: applyWaveReleased,
});

export const linePicked = defineOperation({
  type: 'line_picked',
  since: 1,
  permission: 'order.pick',
  payload: payloads.linePickedPayload,
  reads: readsOfTaking,
  apply: applyLinePicked,
  upgrades: { 2: addFields({ serialNumbers: [], bin: null, waveId: null, tote: null }) },
});

export const lineUnpicked = defineOperation({
  type: 'line_unpicked',
  since: 3,
  permission: 'order.pick',
  payload: payloads.lineUnpickedPayload,
  reads: ({ storeId, payload }) => [...orderAnd(payload.fulfillmentOrderId), ...totesOf(storeId, [payload.tote])],
  apply: applyLineUnpicked,
});

export const toteEmptied = defineOperation({
  type: 'tote_emptied',
  since: 3,
  permission: 'order.pick',
  payload: payloads.toteEmptiedPayload,
  reads: ({ storeId, payload }) => totesOf(storeId, [payload.tote]),
  readsNext: ordersInTote,
  apply: applyToteEmptied,
});

export const lineShortPicked = defineOperation({
  type: 'line_short_picked',
  since: 1,
  permission: 'order.pick',
  payload: payloads.lineShortPickedPayload,
  reads: ({ payload }) => orderAnd(payload.fulfillmentOrderId),
  apply: applyLineShortPicked,
});

export const lineSubstituted = defineOperation({
  type: 'line_substituted',
  since: 3,
  permission: 'order.pick',
  payload: payloads.lineSubstitutedPayload,
  reads: readsOfTaking,
  apply: applyLineSubstituted,
});

export const orderPacked = defineOperation({
  type: 'order_packed',
  since: 1,
  permission: 'order.pack',
  payload: payloads.orderPackedPayload,
  reads: ({ storeId, payload }) => [...orderAnd(payload.fulfillmentOrderId, 'picked_after_end'), ...totesOf(storeId, payload.totes)],
  readsNext: totesOfOrder,
  apply: applyOrderPacked,
  upgrades: { 2: addFields({ parcels: [], totes: [] }) },
});

export const orderStaged = defineOperation({
  type: 'order_staged',
  since: 1,
  permission: 'order.pack',
  payload: payloads.orderStagedPayload,
  reads: ({ payload }) => orderAnd(payload.fulfillmentOrderId, 'picked_after_end'),
  readsNext: totesOfOrder,
  apply: applyOrderStaged,
});

export const pickupExtended = defineOperation({
  type: 'pickup_extended',
  since: 3,
  permission: 'order.hand_over',
  payload: payloads.pickupExtendedPayload,
  reads: ({ payload }) => orderAnd(payload.fulfillmentOrderId, 'picked_after_end'),
  apply: applyPickupExtended,
});

export const pickupMailRequested = defineOperation({
  type: 'pickup_mail_requested',
  since: 3,
  permission: 'order.hand_over',
  payload: payloads.pickupMailRequestedPayload,
  reads: ({ payload }) => orderAnd(payload.fulfillmentOrderId),
  apply: applyPickupMailRequested,
});

export const orderHandedOver = defineOperation({
  type: 'order_handed_over',
  since: 1,
  permission: 'order.hand_over',
  instead: [{ permission: 'order.vouch', when: ({ verifiedBy }) => verifiedBy === 'vouched' }],
  payload: payloads.orderHandedOverPayload,
  reads: ({ payload }) =>
    orderAnd(
      payload.fulfillmentOrderId,
      'picked_after_end',
      'handed_over_after_end',
      'handed_over_too_many',
      'handed_over_on_withdrawn_code',
    ),
  apply: applyOrderHandedOver,
  upgrades: { 1: UNTOLD, 2: addFields({ proofId: null, documentKind: null, codeId: null, notTaken: [] }) },
});

export const orderShipped = defineOperation({
  type: 'order_shipped',
  since: 1,
  permission: 'order.ship',
  payload: payloads.orderShippedPayload,
  reads: ({ payload }) => orderAnd(payload.fulfillmentOrderId, 'picked_after_end', 'shipped_after_end', 'shipped_too_many'),
  apply: applyOrderShipped,
  upgrades: { 1: UNTOLD, 2: addFields({ carrier: null, parcelIds: [] }) },
});

export const orderRejected = defineOperation({
  type: 'order_rejected',
  since: 1,
  permission: 'order.reject',
  payload: payloads.orderRejectedPayload,
  reads: ({ payload }) => orderAnd(payload.fulfillmentOrderId),
  readsNext: countWantedKeys,
  apply: applyOrderRejected,
  upgrades: { 2: addFields({ lineNos: [] }) },
});

export const goodsPutBack = defineOperation({
  type: 'goods_put_back',
  since: 2,
  permission: 'stock.put_back',
  payload: payloads.goodsPutBackPayload,
  reads: ({ storeId, payload }) => [...orderAnd(payload.fulfillmentOrderId), ...totesOf(storeId, payload.totes)],
  readsNext: totesOfOrder,
  apply: applyGoodsPutBack,
  upgrades: { 2: addFields({ totes: [] }) },
});

export const FULFILLMENT_OPERATIONS = [
  orderAcknowledged,
  customerArrived,
  pickingStarted,
  waveTaken,
  waveReleased,
  linePicked,
  lineUnpicked,
  toteEmptied,
  lineShortPicked,
  lineSubstituted,
  orderPacked,
  orderStaged,
  pickupExtended,
  pickupMailRequested,
  orderHandedOver,
  orderShipped,
  orderRejected,
  goodsPutBack,
] as const;
