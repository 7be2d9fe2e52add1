import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf, operationOf } from '../../test/support/examples.ts';
import { orderIn, readerOf, STATES } from '../../test/support/fulfillment.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { OperationOf } from '../registry/operations.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import { pickingStarted } from './operations.ts';
import { WAVE_LIMIT } from './payloads.ts';
import { startPicking } from './start-picking.ts';

describe('startPicking', () => {
  it('takes what waits and leaves the rest', () => {
    const orders = STATES.map((state, index) => fulfillmentOrderOf({ id: `F${index}`, state }));
    expect(startPicking(orders, 'W')).toEqual({
      ok: true,
      value: { type: 'picking_started', payload: { waveId: 'W', fulfillmentOrderIds: ['F0', 'F1'] } },
    });
  });

  it('refuses when nothing waits', () => {
    expect(startPicking([], 'W')).toEqual({ ok: false, refusal: 'nothing_to_pick' });
    expect(startPicking([orderIn({ status: 'picked' })], 'W')).toEqual({ ok: false, refusal: 'nothing_to_pick' });
  });

  it('never makes a wave that the journal would not take', () => {
    const decision = startPicking(
      Array.from({ length: WAVE_LIMIT + 1 }, (_, index) => fulfillmentOrderOf({ id: `F${index}` })),
      'W',
    );
    expect(decision.ok && pickingStarted.payload.safeParse(decision.value.payload).success).toBe(true);
  });
});

describe('a wave that was begun', () => {
  it('takes only orders that wait, and keeps the wave of those that are in one', () => {
    const all = [fulfillmentOrderOf({ id: 'F1' }), fulfillmentOrderOf({ id: 'F2', state: { status: 'picking', waveId: 'W1' } })];
    const operation: OperationOf<'picking_started'> = operationOf({
      type: 'picking_started',
      payload: { waveId: 'W2', fulfillmentOrderIds: ['F1', 'F2'] },
    });
    const effects = applyOperation(readerOf(...all), operation);
    expect(effects).toEqual([fulfillmentOrderDocument.put(fulfillmentOrderOf({ id: 'F1', state: { status: 'picking', waveId: 'W2' } }))]);
  });
});
