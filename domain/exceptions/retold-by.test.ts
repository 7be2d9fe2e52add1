import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf, nothingKnown, operationOf } from '../../test/support/examples.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { FulfillmentState } from '../fulfillment/fulfillment-order.ts';
import type { OperationRequest } from '../registry/operations.ts';
import { exceptionsRetoldBy, unknownId } from './retold-by.ts';

const F1 = { fulfillmentOrderId: 'F1' };
const lines = [{ lineNo: 1, sku: 'A', quantity: 3 }];
const requests: OperationRequest[] = [
  { type: 'picking_started', payload: { waveId: 'W', fulfillmentOrderIds: ['F1'] } },
  { type: 'line_picked', payload: { ...F1, lineNo: 1, quantity: 5 } },
  { type: 'line_short_picked', payload: { ...F1, lineNo: 1, quantity: 1, reason: 'damaged' } },
  { type: 'order_packed', payload: F1 },
  { type: 'order_staged', payload: { ...F1, stagingLocation: 'Shelf' } },
  { type: 'order_handed_over', payload: { ...F1, verifiedBy: 'pickup_code', lines } },
  { type: 'order_shipped', payload: { ...F1, trackingNumber: 'T', lines } },
  { type: 'order_rejected', payload: { ...F1, reason: 'closed' } },
  { type: 'shift_closed', payload: { countedMinor: 0, expectedMinor: 0 } },
];
const states: (FulfillmentState | null)[] = [
  null,
  { status: 'open' },
  { status: 'cancelled' },
  { status: 'shipped', trackingNumber: 'T', at: '2026-03-02T10:00:00.000Z' },
];

describe('exceptionsRetoldBy', () => {
  it.each(requests)('names every exception that $type can raise, unless it is of that operation alone', (request) => {
    const operation = operationOf(request, { shiftId: 'GONE' });
    const named = exceptionsRetoldBy(operation);
    for (const state of states) {
      const order = state === null ? undefined : fulfillmentOrderOf({ state, lines: [fulfillmentLineOf({ quantity: 2 })] });
      const raised = applyOperation({ ...nothingKnown, fulfillmentOrder: () => order }, operation).flatMap((effect) =>
        effect.kind === 'exception' ? [effect.exception.id] : [],
      );
      for (const id of raised) if (!id.includes(operation.id)) expect(named).toContain(id);
    }
  });

  it('names the cash of its shift, the exception that it resolves, and its date', () => {
    const resolved = operationOf({
      type: 'exception_resolved',
      payload: { exceptionId: 'E', choice: 'put_back', sku: null, quantity: null, note: '', office: null },
    });
    expect(exceptionsRetoldBy(resolved)).toEqual(['business_date_off:R1:2026-03-02', 'E']);
  });
});

describe('unknownId', () => {
  it('is one for each store', () => {
    expect([unknownId('unknown_sku', 'S1', 'NEW'), unknownId('unknown_associate', 'S2', 'X')]).toEqual([
      'unknown_sku:S1:NEW',
      'unknown_associate:S2:X',
    ]);
  });
});
