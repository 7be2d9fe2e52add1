import { type LooseRequest } from '../../test/support/loose-request.ts';
import { DocumentMap } from '../base/document-map.ts';
import { saleDocument } from '../sale/documents.ts';
import { shiftDocument } from '../shift/documents.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { describe, expect, it } from 'vitest';
import { cartLineOf, fulfillmentLineOf, fulfillmentOrderOf, operationOf, saleOf, shiftOf, STORE } from '../../test/support/examples.ts';
import { saleCompletedPayload } from '../sale/sale.ts';
import { applyOperation } from './apply-operation.ts';
import { StoreOverlay } from '../base/store-overlay.ts';

const waiting = fulfillmentOrderOf({ kind: 'pickup', lines: [fulfillmentLineOf({ quantity: 2 })] });
const base = DocumentMap.of(fulfillmentOrderDocument, waiting).with(shiftDocument, shiftOf());
const sale = saleCompletedPayload.strip().parse(saleOf([cartLineOf({ quantity: 4 })]));

/** A morning: a sale, a return on it, and a pickup from the shelf to its customer. */
const morning: LooseRequest[] = [
  { type: 'sale_completed', payload: sale },
  {
    type: 'goods_returned',
    payload: {
      receiptNumber: 'A1-000002',
      origin: { kind: 'sale', receiptNumber: sale.receiptNumber },
      currency: 'USD',
      refundMinor: 109,
      refundTender: 'cash',
      lines: [
        {
          lineNo: 1,
          fulfillmentOrderId: null,
          sku: 'A',
          name: 'Article A',
          quantity: 1,
          disposition: 'restock',
          refundMinor: 109,
          refundTaxMinor: 9,
        },
      ],
    },
  },
  { type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 2 } },
  { type: 'order_staged', payload: { fulfillmentOrderId: 'F1', stagingLocation: 'Shelf 1' } },
  {
    type: 'order_handed_over',
    payload: { fulfillmentOrderId: 'F1', verifiedBy: 'pickup_code', lines: [{ lineNo: 1, sku: 'A', quantity: 2 }] },
  },
];

function after(requests: readonly LooseRequest[], view = new StoreOverlay(base), from = 0): StoreOverlay {
  requests.forEach((request, index) => view.fold(applyOperation(view, operationOf(request, { seq: from + index + 1, shiftId: 'SHIFT' }))));
  return view;
}

const stateOf = (view: StoreOverlay) => ({
  order: view.get(fulfillmentOrderDocument, 'F1'),
  sale: view.get(saleDocument, sale.receiptNumber),
  shift: view.get(shiftDocument, 'SHIFT'),
  stock: view.stockChange(STORE, 'A'),
});

describe('applyOperation over a StoreOverlay', () => {
  it('shows each operation on top of the ones before it', () => {
    const view = stateOf(after(morning));
    expect(view.stock).toEqual({ onHand: -4 + 1 - 2, reserved: -2 });
    expect(view.order?.state.status).toBe('handed_over');
    expect(view.sale?.returned).toEqual({ 1: 1 });
    expect(view.shift?.cashMinor).toBe(shiftOf().cashMinor + sale.totalMinor - 109);
  });

  it.each(morning.map((_, index) => index))(
    '[R3] is the same whether the first %d operations are in the base already or pending',
    (confirmed) => {
      const replica = after(morning.slice(0, confirmed));
      const pending = after(morning.slice(confirmed), new StoreOverlay(replica), confirmed);
      const all = stateOf(after(morning));
      const stock = {
        onHand: replica.stockChange(STORE, 'A').onHand + pending.stockChange(STORE, 'A').onHand,
        reserved: replica.stockChange(STORE, 'A').reserved + pending.stockChange(STORE, 'A').reserved,
      };
      expect({ ...stateOf(pending), stock }).toEqual(all);
    },
  );

  it('[R1] never changes its base', () => {
    const before = structuredClone(waiting);
    after(morning);
    expect(waiting).toEqual(before);
    expect(new StoreOverlay(base).stockChange(STORE, 'A')).toEqual({ onHand: 0, reserved: 0 });
  });
});
