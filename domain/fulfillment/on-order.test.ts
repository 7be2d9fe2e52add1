import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf, nothingKnown, operationOf, STORE } from '../../test/support/examples.ts';
import { applyTo, exceptionsIn, readerOf } from '../../test/support/fulfillment.ts';
import type { LooseRequest } from '../../test/support/loose-request.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { FulfillmentState } from './fulfillment-order.ts';

describe('work on an order', () => {
  const ended: [FulfillmentState, LooseRequest, string[]][] = [
    [
      { status: 'cancelled' },
      { type: 'order_handed_over', payload: { fulfillmentOrderId: 'F1', verifiedBy: 'pickup_code', lines: null } },
      ['handed_over_after_end'],
    ],
    [
      { status: 'expired' },
      { type: 'order_handed_over', payload: { fulfillmentOrderId: 'F1', verifiedBy: 'associate', lines: null } },
      ['handed_over_after_end'],
    ],
    [
      { status: 'cancelled' },
      { type: 'order_shipped', payload: { fulfillmentOrderId: 'F1', trackingNumber: 'T', lines: null } },
      ['shipped_after_end'],
    ],
    [{ status: 'cancelled' }, { type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1 } }, ['picked_after_end']],
    [{ status: 'cancelled' }, { type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } }, ['picked_after_end']],
    [
      { status: 'rejected', reason: 'too_busy' },
      { type: 'order_staged', payload: { fulfillmentOrderId: 'F1', stagingLocation: 'X' } },
      ['picked_after_end'],
    ],
    [
      { status: 'handed_over', at: '2026-03-02T09:00:00.000Z' },
      { type: 'order_handed_over', payload: { fulfillmentOrderId: 'F1', verifiedBy: 'associate', lines: null } },
      ['handed_over_twice'],
    ],
    [
      { status: 'shipped', trackingNumber: 'T', at: '2026-03-02T09:00:00.000Z' },
      { type: 'order_shipped', payload: { fulfillmentOrderId: 'F1', trackingNumber: 'U', lines: null } },
      ['shipped_twice'],
    ],
    [
      { status: 'shipped', trackingNumber: 'T', at: '2026-03-02T09:00:00.000Z' },
      { type: 'order_handed_over', payload: { fulfillmentOrderId: 'F1', verifiedBy: 'associate', lines: null } },
      ['handed_over_twice'],
    ],
    [
      { status: 'shipped', trackingNumber: 'T', at: '2026-03-02T09:00:00.000Z' },
      { type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } },
      [],
    ],
    [{ status: 'cancelled' }, { type: 'picking_started', payload: { waveId: 'W', fulfillmentOrderIds: ['F1'] } }, []],
    [{ status: 'cancelled' }, { type: 'order_rejected', payload: { fulfillmentOrderId: 'F1', reason: 'closed' } }, []],
    [
      { status: 'cancelled' },
      { type: 'line_short_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1, reason: 'damaged' } },
      [],
    ],
  ];
  it.each(ended)('[J5] on an order that is %o, %o opens %o', (state, request, kinds) => {
    expect(exceptionsIn(applyTo(fulfillmentOrderOf({ state }), request))).toEqual(kinds);
  });

  it('[J5] an order that this store does not have opens an exception, and another store cannot touch it', () => {
    const pick: LooseRequest<'line_picked'> = {
      type: 'line_picked',
      payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1 },
    };
    expect(exceptionsIn(applyOperation(nothingKnown, operationOf(pick)))).toEqual(['unknown_fulfillment_order']);
    const elsewhere = applyOperation(readerOf(fulfillmentOrderOf()), operationOf(pick, { storeId: 'S2' }));
    expect(elsewhere).toEqual(exceptionDocument.in(elsewhere).map((one) => exceptionDocument.put(one)));
    expect(elsewhere).toHaveLength(1);
  });

  it('[J5] an order that is picked, packed and shipped after its cancellation is one disagreement, whose goods left once', () => {
    const view = new StoreOverlay(
      readerOf(fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 2 })], state: { status: 'cancelled' } })),
    );
    const requests: LooseRequest[] = [
      { type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1 } },
      { type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1 } },
      { type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } },
    ];
    requests.forEach((request, index) =>
      view.fold(applyOperation(view, operationOf(request, { seq: index + 1 }) as Parameters<typeof applyOperation>[1])),
    );
    expect([...view.changedOf(exceptionDocument).values()]).toMatchObject([
      { kind: 'picked_after_end', goods: [{ sku: 'A', quantity: 2 }] },
    ]);
    const shipped = operationOf(
      { type: 'order_shipped', payload: { fulfillmentOrderId: 'F1', trackingNumber: 'T', lines: [{ lineNo: 1, sku: 'A', quantity: 2 }] } },
      { seq: 4 },
    );
    view.fold(applyOperation(view, shipped));
    expect([...view.changedOf(exceptionDocument).values()]).toMatchObject([
      { kind: 'shipped_after_end', goods: [{ sku: 'A', quantity: 2 }], resolved: null },
    ]);
    expect(view.stockChange(STORE, 'A').onHand).toBe(-2);
  });
});
