import { DocumentMap } from '../base/document-map.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import { describe, expect, it } from 'vitest';
import { AT, fulfillmentLineOf as lineOf, fulfillmentOrderOf as orderOf, operationOf, STORE } from '../../test/support/examples.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { FulfillmentOrder, FulfillmentState } from './fulfillment-order.ts';
import { endWith, linesToPutBack, putBackGoods } from './put-back.ts';

const staged: FulfillmentState = { status: 'ready', stagingLocation: 'Shelf 1', at: AT };
/** When it was cancelled: before anything was put back. */
const CANCELLED_AT = '2026-03-01T08:00:00.000Z';
const lines = [lineOf({ quantity: 2, picked: 2 }), lineOf({ lineNo: 2, sku: 'B' })];
const cancelled = (given: Partial<FulfillmentOrder> = {}): FulfillmentOrder => {
  const order = orderOf({ lines, state: staged, ...given });
  return { ...order, state: endWith(order, { status: 'cancelled', at: CANCELLED_AT }) };
};
const viewOf = (order: FulfillmentOrder) => new StoreOverlay(DocumentMap.of(fulfillmentOrderDocument, order));

describe('endWith', () => {
  it('makes a task of what was picked, and names the place where it was staged', () => {
    expect(cancelled().state).toEqual({ status: 'cancelled', at: CANCELLED_AT, putBack: { stagingLocation: 'Shelf 1' } });
    expect(cancelled({ state: { status: 'packed' } }).state).toEqual({
      status: 'cancelled',
      at: CANCELLED_AT,
      putBack: { stagingLocation: null },
    });
  });

  it('asks for nothing where nothing was picked', () => {
    expect(cancelled({ lines: [lineOf()] }).state).toEqual({ status: 'cancelled', at: CANCELLED_AT });
  });
});

describe('linesToPutBack', () => {
  it('names the units that were picked, until they are back', () => {
    expect(linesToPutBack(cancelled())).toEqual([{ lineNo: 1, sku: 'A', quantity: 2 }]);
    expect(linesToPutBack({ ...cancelled(), state: { status: 'cancelled' } })).toEqual([]);
    expect(linesToPutBack(orderOf({ lines, state: staged }))).toEqual([]);
  });

  it('names what a customer refused, and nothing of what left', () => {
    const refused = [lineOf({ quantity: 3, picked: 2, short: 1, refused: 1 }), lineOf({ lineNo: 2, sku: 'B', quantity: 1, picked: 1 })];
    const order = orderOf({ lines: refused, state: { status: 'handed_over', putBack: { stagingLocation: 'P3' }, at: AT } });
    expect(linesToPutBack(order)).toEqual([{ lineNo: 1, sku: 'A', quantity: 1 }]);
    const view = viewOf(order);
    const effects = applyOperation(view, operationOf({ type: 'goods_put_back', payload: { fulfillmentOrderId: 'F1', missing: [] } }));
    // The order ended when it was handed over, not when the shelf was filled.
    expect(fulfillmentOrderDocument.in(effects)[0]?.state).toEqual({ status: 'handed_over', at: AT });
  });
});

describe('putBackGoods', () => {
  it.each<[string, FulfillmentOrder, [number, number][], unknown]>([
    ['all of it', cancelled(), [], { ok: true, value: { type: 'goods_put_back', payload: { fulfillmentOrderId: 'F1', missing: [] } } }],
    ['all but one', cancelled(), [[1, 1]], { ok: true, value: { payload: { missing: [{ lineNo: 1, sku: 'A', quantity: 1 }] } } }],
    ['more missing than was picked', cancelled(), [[1, 3]], { ok: false, refusal: 'quantity_not_valid' }],
    ['an order that goes on', orderOf({ lines, state: staged }), [], { ok: false, refusal: 'nothing_to_put_back' }],
  ])('%s', (_, order, missing, expected) => {
    expect(putBackGoods(order, new Map(missing))).toMatchObject(expected as object);
  });

  it('[P2] leaves the books as they are but for what is gone, and counts once', () => {
    const view = viewOf(cancelled());
    const back = (seq: number) =>
      operationOf(
        { type: 'goods_put_back', payload: { fulfillmentOrderId: 'F1', missing: [{ lineNo: 1, sku: 'A', quantity: 1 }] } },
        { seq },
      );
    view.fold(applyOperation(view, back(1)));
    view.fold(applyOperation(view, back(2)));
    expect(view.stockChange(STORE, 'A')).toEqual({ onHand: -1, reserved: 0 });
    expect(view.get(fulfillmentOrderDocument, 'F1')?.state).toEqual({ status: 'cancelled', at: AT });
    expect([...view.changedOf(exceptionDocument)]).toEqual([]);
  });

  it('[J5] goods that leave all the same are one disagreement, and no task any more', () => {
    const view = viewOf(cancelled());
    view.fold(
      applyOperation(
        view,
        operationOf({
          type: 'order_handed_over',
          payload: { fulfillmentOrderId: 'F1', verifiedBy: 'pickup_code', lines: [{ lineNo: 1, sku: 'A', quantity: 2 }] },
        }),
      ),
    );
    const [after] = view.changedOf(fulfillmentOrderDocument).values();
    if (after === undefined) throw new Error('The order is gone.');
    expect(linesToPutBack(after)).toEqual([]);
    expect([...view.changedOf(exceptionDocument).values()].map((one) => one.kind)).toEqual(['handed_over_after_end']);
  });

  it('a reject of what was picked is put back too', () => {
    const view = viewOf(orderOf({ lines, state: { status: 'picked' } }));
    view.fold(applyOperation(view, operationOf({ type: 'order_rejected', payload: { fulfillmentOrderId: 'F1', reason: 'too_busy' } })));
    expect(view.get(fulfillmentOrderDocument, 'F1')?.state).toEqual({
      status: 'rejected',
      reason: 'too_busy',
      at: AT,
      putBack: { stagingLocation: null },
    });
  });
});
