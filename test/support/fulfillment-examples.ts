import type { LooseRequest } from './loose-request.ts';

const F1 = { fulfillmentOrderId: 'F1' };
const LEAVING = [{ lineNo: 1, sku: 'A', quantity: 3 }];

/** At least one request of every type of fulfillment, with its fields that may be left out too. */
export const FULFILLMENT_EXAMPLES: readonly LooseRequest[] = [
  { type: 'order_acknowledged', payload: { fulfillmentOrderIds: ['F1'] } },
  { type: 'customer_arrived', payload: { ...F1, bay: '3' } },
  { type: 'picking_started', payload: { waveId: 'W', fulfillmentOrderIds: ['F1'] } },
  { type: 'wave_taken', payload: { waveId: 'W', fulfillmentOrderIds: ['F1'] } },
  { type: 'wave_released', payload: { waveId: 'W' } },
  { type: 'line_picked', payload: { ...F1, lineNo: 1, quantity: 5 } },
  { type: 'line_picked', payload: { ...F1, lineNo: 1, quantity: 5, serialNumbers: ['S1'], bin: 'A-1', waveId: 'W', tote: 'T-1' } },
  { type: 'line_unpicked', payload: { ...F1, lineNo: 1, quantity: 1, waveId: 'W', tote: null } },
  { type: 'line_unpicked', payload: { ...F1, lineNo: 1, quantity: 1, waveId: null, tote: 'T-1' } },
  { type: 'tote_emptied', payload: { tote: 'T-1' } },
  { type: 'stock_adjusted', payload: { sku: 'A', difference: -1, reason: 'missing', unitPrice: 100_000, quantityDecimals: 0 } },
  { type: 'set_aside_settled', payload: { sku: 'A', purpose: 'vendor', quantity: 1, outcome: 'shelf' } },
  { type: 'line_short_picked', payload: { ...F1, lineNo: 1, quantity: 1, reason: 'damaged' } },
  {
    type: 'line_substituted',
    payload: { ...F1, lineNo: 1, sku: 'B', quantity: 1, reason: 'not_found', waveId: null, tote: null },
  },
  {
    type: 'line_substituted',
    payload: { ...F1, lineNo: 1, sku: 'B', quantity: 2, reason: 'sold_in_store', waveId: 'W', tote: 'T-1' },
  },
  { type: 'order_packed', payload: F1 },
  { type: 'order_packed', payload: { ...F1, parcels: [], totes: ['T-1'] } },
  { type: 'label_wanted', payload: { parcelId: 'P1', ...F1, no: 1, of: 2, box: 'M', size: [300, 200, 100], weightGrams: 1_250 } },
  { type: 'label_wanted', payload: { parcelId: 'P2', ...F1, no: 2, of: 2, box: null, size: null, weightGrams: 400 } },
  { type: 'label_asked_again', payload: { parcelId: 'P1' } },
  { type: 'label_given_back', payload: { parcelId: 'P1' } },
  {
    type: 'return_label_wanted',
    payload: {
      parcelId: 'B1',
      origin: { kind: 'order', number: 'WEB-1' },
      lines: [{ lineNo: 1, ...F1, sku: 'A', name: 'Article A', quantity: 1, reason: 'wrong_size', returned: 0 }],
      weightGrams: 800,
      lastDay: '2026-04-01',
      mail: 'known',
    },
  },
  { type: 'return_label_asked_again', payload: { parcelId: 'B1' } },
  { type: 'return_label_given_back', payload: { parcelId: 'B1' } },
  { type: 'parcels_handed_over', payload: { handoverId: 'H1', carrier: 'ups', parcelIds: ['P1', 'P2'] } },
  { type: 'orders_paused', payload: { until: '2026-03-09T10:00:00.000Z', reason: 'too_busy' } },
  { type: 'orders_resumed', payload: {} },
  { type: 'order_limit_set', payload: { ordersADay: 40 } },
  { type: 'order_limit_set', payload: { ordersADay: null } },
  { type: 'order_staged', payload: { ...F1, stagingLocation: 'Shelf' } },
  { type: 'pickup_extended', payload: { ...F1, until: '2026-03-09T10:00:00.000Z', reason: 'customer_asked' } },
  { type: 'pickup_mail_requested', payload: F1 },
  { type: 'order_handed_over', payload: { ...F1, verifiedBy: 'pickup_code', lines: LEAVING } },
  {
    type: 'order_handed_over',
    payload: {
      ...F1,
      verifiedBy: 'pickup_code',
      lines: [{ lineNo: 1, sku: 'A', quantity: 1 }],
      proofId: null,
      documentKind: null,
      codeId: 'C1',
      notTaken: [
        { lineNo: 1, sku: 'A', quantity: 1, reason: 'refused' },
        { lineNo: 1, sku: 'A', quantity: 1, reason: 'damaged' },
      ],
    },
  },
  { type: 'order_shipped', payload: { ...F1, trackingNumber: 'T', lines: LEAVING } },
  { type: 'order_rejected', payload: { ...F1, reason: 'not_found' } },
  { type: 'order_rejected', payload: { ...F1, reason: 'closed', lineNos: [1] } },
  { type: 'goods_put_back', payload: { ...F1, missing: [] } },
  { type: 'goods_put_back', payload: { ...F1, missing: [], totes: ['T-1'] } },
];
