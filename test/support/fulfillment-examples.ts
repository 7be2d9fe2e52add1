import type { LooseRequest } from './loose-request.ts';

const F1 = { fulfillmentOrderId: 'F1' };
const LEAVING = [{ lineNo: 1, sku: 'A', quantity: 3 }];

/** At least one request of every type of fulfillment, with its fields that may be left out too. */
export const FULFILLMENT_EXAMPLES: readonly LooseRequest[] = [
  { type: 'picking_started', payload: { waveId: 'W', fulfillmentOrderIds: ['F1'] } },
  { type: 'wave_taken', payload: { waveId: 'W', fulfillmentOrderIds: ['F1'] } },
  { type: 'wave_released', payload: { waveId: 'W' } },
  { type: 'line_picked', payload: { ...F1, lineNo: 1, quantity: 5 } },
  { type: 'line_picked', payload: { ...F1, lineNo: 1, quantity: 5, serialNumbers: ['S1'], bin: 'A-1', waveId: 'W' } },
  { type: 'line_unpicked', payload: { ...F1, lineNo: 1, quantity: 1, waveId: 'W' } },
  { type: 'line_short_picked', payload: { ...F1, lineNo: 1, quantity: 1, reason: 'damaged' } },
  { type: 'order_packed', payload: F1 },
  { type: 'order_staged', payload: { ...F1, stagingLocation: 'Shelf' } },
  { type: 'order_handed_over', payload: { ...F1, verifiedBy: 'pickup_code', lines: LEAVING } },
  {
    type: 'order_handed_over',
    payload: {
      ...F1,
      verifiedBy: 'pickup_code',
      lines: [{ lineNo: 1, sku: 'A', quantity: 1 }],
      proofId: null,
      documentKind: null,
      notTaken: [
        { lineNo: 1, sku: 'A', quantity: 1, reason: 'refused' },
        { lineNo: 1, sku: 'A', quantity: 1, reason: 'damaged' },
      ],
    },
  },
  { type: 'order_shipped', payload: { ...F1, trackingNumber: 'T', lines: LEAVING } },
  { type: 'order_rejected', payload: { ...F1, reason: 'not_found' } },
  { type: 'order_rejected', payload: { ...F1, reason: 'closed' } },
  { type: 'goods_put_back', payload: { ...F1, missing: [] } },
];
