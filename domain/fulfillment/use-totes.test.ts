import { beforeEach, describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf, operationOf, STORE } from '../../test/support/examples.ts';
import type { LooseRequest } from '../../test/support/loose-request.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { fulfillmentOrderDocument, toteDocument } from './documents.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import { packOrder } from './pack-order.ts';
import { pickIntoTote } from './pick-item.ts';
import { putBackGoods } from './put-back.ts';
import { toteId } from './tote.ts';
import { unpickLine } from './unpick-line.ts';
import { checkTote } from './use-totes.ts';

const picking = (id: string, orderNumber: string): FulfillmentOrder =>
  fulfillmentOrderOf({
    id,
    orderNumber,
    kind: 'ship',
    lines: [fulfillmentLineOf({ quantity: 3 }), fulfillmentLineOf({ lineNo: 2, sku: 'B', quantity: 1 })],
    state: { status: 'picking', waveId: 'W' },
  });

describe('totes', () => {
  let view: StoreOverlay;
  let seq = 0;
  const does = (request: LooseRequest) => {
    seq += 1;
    view.fold(applyOperation(view, operationOf(request, { seq }) as Parameters<typeof applyOperation>[1]));
  };
  const order = (id: string) => {
    const found = view.get(fulfillmentOrderDocument, id);
    if (found === undefined) throw new Error(`${id} is not here.`);
    return found;
  };
  const holds = (code: string) =>
    (view.get(toteDocument, toteId(STORE, code))?.goods ?? []).map((one) => [one.orderNumber, one.lineNo, one.quantity]);
  const pick = (id: string, code: string, lineNo = 1, quantity = 2) => pickIntoTote(view, order(id), { lineNo, quantity }, 'W', code);
  const picked = (id: string, code: string, lineNo = 1, quantity = 2) =>
    does({ type: 'line_picked', payload: { fulfillmentOrderId: id, lineNo, quantity, waveId: 'W', tote: code } });
  beforeEach(() => {
    view = new StoreOverlay(DocumentMap.of(fulfillmentOrderDocument, picking('F1', 'WEB-7'), picking('F2', 'WEB-8')));
    seq = 0;
  });

  it('take the goods of an order that is put into an empty one, and of no other order then', () => {
    expect(pick('F1', 'T-1')).toMatchObject({ ok: true, value: { payload: { lineNo: 1, quantity: 2, waveId: 'W', tote: 'T-1' } } });
    picked('F1', 'T-1');
    expect(holds('T-1')).toEqual([['WEB-7', 1, 2]]);
    expect(order('F1').totes).toEqual(['T-1']);
    expect(pick('F2', 'T-1')).toEqual({ ok: false, refusal: 'tote_in_use' });
    expect(pick('F1', 'T-2')).toEqual({ ok: false, refusal: 'tote_wrong' });
    expect(pick('F1', 'T-1', 1, 2)).toEqual({ ok: false, refusal: 'already_picked' });
    expect(pick('F1', 'T-1', 2, 1)).toMatchObject({ ok: true });
    expect(checkTote(view, order('F1'), 'T-2')).toEqual({ kind: 'other_tote', code: 'T-1' });
    expect(checkTote(view, order('F2'), 'T-1')).toMatchObject({ kind: 'not_empty', tote: { code: 'T-1' } });
  });

  it('are free again once their order is packed, which asks for each of them', () => {
    picked('F1', 'T-1', 1, 3);
    picked('F1', 'T-1', 2, 1);
    expect(packOrder(order('F1'))).toEqual({ ok: false, refusal: 'tote_not_scanned' });
    const packs = packOrder(order('F1'), { totes: ['T-1'] });
    expect(packs).toMatchObject({ ok: true, value: { payload: { totes: ['T-1'] } } });
    does({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1', totes: ['T-1'] } });
    expect(holds('T-1')).toEqual([]);
    expect(order('F1')).not.toHaveProperty('totes');
    expect(pick('F2', 'T-1')).toMatchObject({ ok: true });
  });

  it('give units back to the shelf, and are free when nothing of the order is left in them', () => {
    picked('F1', 'T-1');
    expect(unpickLine(order('F1'), 1, 1, 'W')).toMatchObject({ ok: true, value: { payload: { tote: 'T-1' } } });
    const unpicked = { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1, waveId: 'W', tote: 'T-1' };
    does({ type: 'line_unpicked', payload: unpicked });
    expect(holds('T-1')).toEqual([['WEB-7', 1, 1]]);
    does({ type: 'line_unpicked', payload: unpicked });
    expect(holds('T-1')).toEqual([]);
    expect(order('F1')).not.toHaveProperty('totes');
  });

  it('[J5] hold what physically lies in them: units too many, and those of an order that was cancelled', () => {
    picked('F1', 'T-1', 1, 5);
    expect(order('F1').lines[0]?.picked).toBe(3);
    expect(holds('T-1')).toEqual([['WEB-7', 1, 5]]);
    view.fold([fulfillmentOrderDocument.put({ ...order('F2'), state: { status: 'cancelled' } })]);
    picked('F2', 'T-2', 2, 1);
    expect(holds('T-2')).toEqual([['WEB-8', 2, 1]]);
    expect(order('F2')).not.toHaveProperty('totes');
  });

  it('[J5] hold two orders where two registers used one at once, and each order is packed on its own', () => {
    picked('F1', 'T-1');
    picked('F2', 'T-1', 2, 1);
    expect(holds('T-1')).toEqual([
      ['WEB-7', 1, 2],
      ['WEB-8', 2, 1],
    ]);
    does({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1', totes: ['T-1'] } });
    expect(holds('T-1')).toEqual([['WEB-8', 2, 1]]);
  });

  it('are empty once the goods of a cancelled order are back on the shelf', () => {
    picked('F1', 'T-1');
    view.fold([fulfillmentOrderDocument.put({ ...order('F1'), state: { status: 'cancelled', putBack: { stagingLocation: null } } })]);
    expect(putBackGoods(order('F1'), new Map())).toMatchObject({ ok: true, value: { payload: { totes: ['T-1'] } } });
    does({ type: 'goods_put_back', payload: { fulfillmentOrderId: 'F1', missing: [], totes: ['T-1'] } });
    expect(holds('T-1')).toEqual([]);
    expect(order('F1')).not.toHaveProperty('totes');
  });

  it('[J5] are empty when they were emptied although their order had ended by then', () => {
    picked('F1', 'T-1');
    const at = '2026-03-02T10:00:00.000Z';
    view.fold([fulfillmentOrderDocument.put({ ...order('F1'), state: { status: 'shipped', trackingNumber: 'T', at } })]);
    does({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1', totes: ['T-1'] } });
    expect(holds('T-1')).toEqual([]);
  });
});
