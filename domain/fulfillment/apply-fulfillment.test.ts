import { type LooseRequest } from '../../test/support/loose-request.ts';
import { DocumentMap } from '../base/document-map.ts';
import { unfulfilled } from './documents.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf, nothingKnown, operationOf, STORE } from '../../test/support/examples.ts';
import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import type { OperationOf } from '../registry/operations.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { type FulfillmentOrder, type FulfillmentState, type RejectReason } from './fulfillment-order.ts';

type FulfillmentRequest = LooseRequest;

function readerOf(orders: readonly FulfillmentOrder[]): StoreReader {
  return DocumentMap.of(fulfillmentOrderDocument, ...orders);
}

function apply(order: FulfillmentOrder, request: FulfillmentRequest): readonly Effect[] {
  return applyOperation(readerOf([order]), operationOf(request));
}

function after(effects: readonly Effect[]): FulfillmentOrder | undefined {
  return fulfillmentOrderDocument.in(effects).at(-1);
}

const exceptionsIn = (effects: readonly Effect[]) => exceptionDocument.in(effects).map((one) => one.kind);
const stockIn = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'stock' ? [{ sku: effect.sku, onHand: effect.onHand, reserved: effect.reserved }] : []));

describe('applyFulfillment', () => {
  const ended: [FulfillmentState, FulfillmentRequest, string[]][] = [
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
    expect(exceptionsIn(apply(fulfillmentOrderOf({ state }), request))).toEqual(kinds);
  });

  it('[J5] a handover after the end is applied: the goods leave the book, the reservation had gone before', () => {
    const order = fulfillmentOrderOf({ state: { status: 'cancelled' }, lines: [fulfillmentLineOf({ quantity: 3, picked: 2, short: 1 })] });
    const effects = apply(order, {
      type: 'order_handed_over',
      payload: { fulfillmentOrderId: 'F1', verifiedBy: 'pickup_code', lines: null },
    });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -2, reserved: 0 }]);
    expect(after(effects)?.state.status).toBe('handed_over');
  });

  it('[J5] goods leave once: handing over again changes nothing but opens an exception', () => {
    const order = fulfillmentOrderOf({ state: { status: 'handed_over', at: '2026-03-02T09:00:00.000Z' } });
    const effects = apply(order, {
      type: 'order_handed_over',
      payload: { fulfillmentOrderId: 'F1', verifiedBy: 'pickup_code', lines: null },
    });
    expect(effects).toEqual(exceptionDocument.in(effects).map((one) => exceptionDocument.put(one)));
    expect(effects).toHaveLength(1);
  });

  it('[J5] an order that this store does not have opens an exception, and another store cannot touch it', () => {
    const pick: LooseRequest<'line_picked'> = {
      type: 'line_picked',
      payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1 },
    };
    expect(exceptionsIn(applyOperation(nothingKnown, operationOf(pick)))).toEqual(['unknown_fulfillment_order']);
    const elsewhere = applyOperation(readerOf([fulfillmentOrderOf()]), operationOf(pick, { storeId: 'S2' }));
    expect(elsewhere).toEqual(exceptionDocument.in(elsewhere).map((one) => exceptionDocument.put(one)));
    expect(elsewhere).toHaveLength(1);
  });

  it('[J5] units picked beyond what is asked for are told, and what was asked for still counts', () => {
    const effects = apply(fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 2 })] }), {
      type: 'line_picked',
      payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 3 },
    });
    expect(after(effects)).toMatchObject({ lines: [{ picked: 2 }], state: { status: 'picked' } });
    expect(exceptionsIn(effects)).toEqual(['picked_too_many']);
  });

  it('[J5] two tablets that each picked all of an order of 3 are told as 3 more, not 1 more', () => {
    const view = new StoreOverlay(readerOf([fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3 })] })]));
    for (let seq = 1; seq <= 6; seq += 1)
      view.fold(
        applyOperation(view, operationOf({ type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1 } }, { seq })),
      );
    expect([...view.changedOf(exceptionDocument).values()]).toMatchObject([
      {
        kind: 'picked_too_many',
        goods: [{ sku: 'A', quantity: 3 }],
        explanation: '3 more of line 1 of order WEB-1 were picked than it asks for.',
      },
    ]);
  });

  it('[J5] an order that is picked, packed and shipped after its cancellation is one disagreement, whose goods left once', () => {
    const view = new StoreOverlay(
      readerOf([fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 2 })], state: { status: 'cancelled' } })]),
    );
    const requests: FulfillmentRequest[] = [
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

  it.each([
    ['not_found', -2],
    ['damaged', -2],
    ['sold_in_store', 0],
  ] as const)('[P2] a short pick of two because %s changes on hand by %d', (reason, onHand) => {
    const effects = apply(
      fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, picked: 1 })], state: { status: 'picking', waveId: 'W' } }),
      {
        type: 'line_short_picked',
        payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 5, reason },
      },
    );
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand, reserved: -2 }]);
    expect(after(effects)).toMatchObject({ lines: [{ picked: 1, short: 2 }], state: { status: 'picked' } });
  });

  it.each<[RejectReason, string[]]>([
    ['out_of_stock', ['count_wanted']],
    ['not_found', ['count_wanted']],
    ['damaged', ['count_wanted']],
    ['too_busy', []],
    ['closed', []],
  ])('[P2] a reject because of %s leaves the books alone, and asks for a count where goods are missing', (reason, kinds) => {
    const order = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, picked: 1 })], state: { status: 'picking', waveId: 'W' } });
    const effects = apply(order, { type: 'order_rejected', payload: { fulfillmentOrderId: 'F1', reason } });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: 0, reserved: -3 }]);
    expect(exceptionsIn(effects)).toEqual(kinds);
  });

  it('[P2] a reject of several products asks for a count of each', () => {
    const order = fulfillmentOrderOf({ lines: [fulfillmentLineOf(), fulfillmentLineOf({ lineNo: 2, sku: 'B' })] });
    const effects = apply(order, { type: 'order_rejected', payload: { fulfillmentOrderId: 'F1', reason: 'out_of_stock' } });
    expect(exceptionsIn(effects)).toEqual(['count_wanted', 'count_wanted']);
  });

  it('a reject gives everything back to the pool', () => {
    const order = fulfillmentOrderOf({
      lines: [fulfillmentLineOf({ quantity: 3, picked: 1, short: 1 }), fulfillmentLineOf({ lineNo: 2, sku: 'B', quantity: 1, short: 1 })],
    });
    const effects = apply(order, { type: 'order_rejected', payload: { fulfillmentOrderId: 'F1', reason: 'out_of_stock' } });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: 0, reserved: -2 }]);
    expect(effects).toContainEqual(unfulfilled.effect({ fulfillmentOrder: order, lines: [{ lineNo: 1, quantity: 2 }] }));
    expect(after(effects)?.state).toEqual({ status: 'rejected', reason: 'out_of_stock', putBack: { stagingLocation: null } });
  });

  it('a wave takes only orders that wait, and keeps the wave of those that are in one', () => {
    const all = [fulfillmentOrderOf({ id: 'F1' }), fulfillmentOrderOf({ id: 'F2', state: { status: 'picking', waveId: 'W1' } })];
    const operation: OperationOf<'picking_started'> = operationOf({
      type: 'picking_started',
      payload: { waveId: 'W2', fulfillmentOrderIds: ['F1', 'F2'] },
    });
    const effects = applyOperation(readerOf(all), operation);
    expect(effects).toEqual([fulfillmentOrderDocument.put(fulfillmentOrderOf({ id: 'F1', state: { status: 'picking', waveId: 'W2' } }))]);
  });

  const moved = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, short: 1, moved: 1 })], state: { status: 'picked' } });

  it.each([
    ['order_handed_over', 'handed_over_too_many', { verifiedBy: 'associate' }],
    ['order_shipped', 'shipped_too_many', { trackingNumber: 'T' }],
  ] as const)('[J5] %s with units that the pool had moved elsewhere takes them off the books and opens %s', (type, kind, payload) => {
    const lines = [{ lineNo: 1, sku: 'A', quantity: 3 }];
    const effects = apply(moved, { type, payload: { fulfillmentOrderId: 'F1', ...payload, lines } } as FulfillmentRequest);
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -3, reserved: -2 }]);
    expect(exceptionDocument.in(effects).map((one) => [one.kind, one.goods])).toEqual([[kind, [{ sku: 'A', quantity: 1 }]]]);
    expect(after(effects)).toMatchObject({ lines: [{ picked: 3, short: 1 }] });
  });

  it('[P2] units that did not leave with their order are given back to the pool', () => {
    const order = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, picked: 3 })], state: { status: 'packed' } });
    const effects = apply(order, {
      type: 'order_shipped',
      payload: { fulfillmentOrderId: 'F1', trackingNumber: 'T', lines: [{ lineNo: 1, sku: 'A', quantity: 1 }] },
    });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -1, reserved: -3 }]);
    expect(effects).toContainEqual(unfulfilled.effect({ fulfillmentOrder: order, lines: [{ lineNo: 1, quantity: 2 }] }));
    expect(after(effects)).toMatchObject({ lines: [{ picked: 1, short: 2 }], state: { status: 'shipped' } });
  });
});
