import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { applyTo, orderAfter, stockIn } from '../../test/support/fulfillment.ts';
import type { LooseRequest } from '../../test/support/loose-request.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { unfulfilled } from './documents.ts';

describe('goods that leave the store', () => {
  it('[J5] a handover after the end is applied: the goods leave the book, the reservation had gone before', () => {
    const order = fulfillmentOrderOf({ state: { status: 'cancelled' }, lines: [fulfillmentLineOf({ quantity: 3, picked: 2, short: 1 })] });
    const effects = applyTo(order, {
      type: 'order_handed_over',
      payload: { fulfillmentOrderId: 'F1', verifiedBy: 'pickup_code', lines: null },
    });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -2, reserved: 0 }]);
    expect(orderAfter(effects)?.state.status).toBe('handed_over');
  });

  it('[J5] goods leave once: handing over again changes nothing but opens an exception', () => {
    const order = fulfillmentOrderOf({ state: { status: 'handed_over', at: '2026-03-02T09:00:00.000Z' } });
    const effects = applyTo(order, {
      type: 'order_handed_over',
      payload: { fulfillmentOrderId: 'F1', verifiedBy: 'pickup_code', lines: null },
    });
    expect(effects).toEqual(exceptionDocument.in(effects).map((one) => exceptionDocument.put(one)));
    expect(effects).toHaveLength(1);
  });

  const moved = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, short: 1, moved: 1 })], state: { status: 'picked' } });

  it.each([
    ['order_handed_over', 'handed_over_too_many', { verifiedBy: 'associate' }],
    ['order_shipped', 'shipped_too_many', { trackingNumber: 'T' }],
  ] as const)('[J5] %s with units that the pool had moved elsewhere takes them off the books and opens %s', (type, kind, payload) => {
    const lines = [{ lineNo: 1, sku: 'A', quantity: 3 }];
    const effects = applyTo(moved, { type, payload: { fulfillmentOrderId: 'F1', ...payload, lines } } as LooseRequest);
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -3, reserved: -2 }]);
    expect(exceptionDocument.in(effects).map((one) => [one.kind, one.goods])).toEqual([[kind, [{ sku: 'A', quantity: 1 }]]]);
    expect(orderAfter(effects)).toMatchObject({ lines: [{ picked: 3, short: 1 }] });
  });

  it('[P2] units that did not leave with their order are given back to the pool', () => {
    const order = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, picked: 3 })], state: { status: 'packed' } });
    const effects = applyTo(order, {
      type: 'order_shipped',
      payload: { fulfillmentOrderId: 'F1', trackingNumber: 'T', lines: [{ lineNo: 1, sku: 'A', quantity: 1 }] },
    });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -1, reserved: -3 }]);
    expect(effects).toContainEqual(unfulfilled.effect({ fulfillmentOrder: order, lines: [{ lineNo: 1, quantity: 2 }] }));
    expect(orderAfter(effects)).toMatchObject({ lines: [{ picked: 1, short: 2 }], state: { status: 'shipped' } });
  });
});
