import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf, operationOf } from '../../test/support/examples.ts';
import { orderIn, readerOf, STATES, waveOf } from '../../test/support/fulfillment.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { OperationOf } from '../registry/operations.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { fulfillmentOrderDocument, waveDocument } from './documents.ts';
import { pickingStarted } from './operations.ts';
import { WAVE_LIMIT } from './wave.ts';
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
  it('takes only orders that wait, keeps the wave of those that are in one, and remembers who has them', () => {
    const all = [fulfillmentOrderOf({ id: 'F1' }), fulfillmentOrderOf({ id: 'F2', state: { status: 'picking', waveId: 'W1' } })];
    const operation: OperationOf<'picking_started'> = operationOf({
      type: 'picking_started',
      payload: { waveId: 'W2', fulfillmentOrderIds: ['F1', 'F2'] },
    });
    const view = new StoreOverlay(readerOf(...all));
    view.fold([waveDocument.put(waveOf({ id: 'W1', orderIds: ['F2'], pickerId: 'MARCUS' }))]);
    const effects = applyOperation(view, operation);
    expect(effects).toEqual([
      fulfillmentOrderDocument.put(fulfillmentOrderOf({ id: 'F1', state: { status: 'picking', waveId: 'W2' } })),
      waveDocument.put(
        waveOf({ id: 'W2', orderIds: ['F1'], lost: [{ fulfillmentOrderId: 'F2', pickerId: 'MARCUS' }], pickerId: 'ASSOCIATE' }),
      ),
    ]);
  });
});
