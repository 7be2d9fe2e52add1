import { describe, expect, it } from 'vitest';
import { operationOf, shiftOf, STORE } from '../../test/support/examples.ts';
import { knowing, ONE_STAYS, READY, swapped } from '../../test/support/pickup-exchanges.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { declined, fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import type { FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import { handOverOrder } from '../fulfillment/hand-over-order.ts';
import { orderHandedOver } from '../fulfillment/operations.ts';
import { refundsOf } from '../orders/refunds.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { saleDocument } from '../sale/documents.ts';
import { shiftDocument } from '../shift/documents.ts';
import { pickupExchanged } from './operations.ts';
import type { PickupExchanged } from './pickup-exchange.ts';

const A = '0195b3c0-0000-7000-8000-00000000000a';
const B = '0195b3c0-0000-7000-8000-00000000000b';

const swapOp = (payload: PickupExchanged, id = A) => ({ ...operationOf(pickupExchanged.request(payload), { shiftId: 'SHIFT' }), id });

/** A plain handover of the same order by another register. */
function plain(notTaken: Parameters<typeof handOverOrder>[3] = []) {
  const decided = handOverOrder(READY, { by: 'pickup_code', code: 'K7P2' }, [], notTaken);
  if (!decided.ok) throw new Error(decided.refusal);
  return { ...operationOf(orderHandedOver.request(decided.value.payload)), id: B };
}

/** What operations do to the order one after the other, and what each of them leads to. */
function after(order: FulfillmentOrder, ...operations: Parameters<typeof applyOperation>[1][]) {
  const world = new StoreOverlay(knowing(order));
  const effects = operations.map((operation) => {
    const own = applyOperation(world, operation);
    world.fold(own);
    return own;
  });
  const known = world.get(fulfillmentOrderDocument, order.id);
  return { effects, last: effects.at(-1) ?? [], order: known, refunds: known === undefined ? [] : refundsOf([known]) };
}

const told = (effects: Parameters<typeof exceptionDocument.in>[0]) => exceptionDocument.in(effects).map(({ kind, cash }) => [kind, cash]);
const stock = (effects: ReturnType<typeof after>['last']) =>
  effects.flatMap((one) => (one.kind === 'stock' ? [[one.locationId, one.sku, one.onHand, one.reserved, one.cause]] : []));

describe('applyPickupExchange', () => {
  it('[P1] [P2] [M1] lets go of what is taken, frees what stays, and owes whoever took the payment the rest alone', () => {
    const { last, order, refunds } = after(READY, swapOp(swapped(ONE_STAYS, 1_000)));
    expect(stock(last)).toEqual([
      [STORE, 'A', -2, -3, 'handover'],
      [STORE, 'B', -1, -1, 'handover'],
      [STORE, 'C', -1, 0, 'sale'],
    ]);
    expect(order).toMatchObject({
      state: { status: 'handed_over', putBack: { stagingLocation: 'Shelf 1' } },
      lines: [{ picked: 2, refused: 1, toRefund: 1, returned: 0, settled: { quantity: 1, amountMinor: 1_000 } }, { picked: 1 }],
    });
    expect(refunds).toEqual([
      { fulfillmentOrderId: 'F1', lineNo: 1, sku: 'A', quantity: 1, totalMinor: 2_333, taxMinor: 187, settledMinor: 1_000 },
    ]);
    expect(declined.in(last)).toHaveLength(1);
    expect(saleDocument.in(last)).toMatchObject([{ receiptNumber: 'A1-000002', totalMinor: 1_000 }]);
    expect(told(last)).toEqual([]);
  });

  it('puts what is due into the drawer, and owes nothing then', () => {
    const { last, refunds } = after(READY, swapOp(swapped(ONE_STAYS, 5_000, 5_000)));
    expect(shiftDocument.in(last).at(-1)?.cashMinor).toBe(shiftOf().cashMinor + 1_667);
    expect(refunds).toMatchObject([{ totalMinor: 0, taxMinor: 0, settledMinor: 3_333 }]);
  });

  it('takes nothing off the order where all of it is taken, and something more', () => {
    const { order, last } = after(READY, swapOp(swapped([], 1_000, 1_000)));
    expect(order?.lines.map(({ picked, settled }) => [picked, settled])).toEqual([
      [3, undefined],
      [1, undefined],
    ]);
    expect(told(last)).toEqual([]);
  });

  const LOSS = { USD: -3_333 };

  it.each([
    ['handed it over whole', plain(), ['handed_over_twice', 'returned_more_than_bought'], 0],
    ['handed it over but for the same piece', plain(ONE_STAYS), ['handed_over_twice', 'returned_more_than_bought'], 3_333],
    ['swapped the same piece', swapOp(swapped(ONE_STAYS, 1_000), B), ['handed_over_twice', 'returned_more_than_bought'], 2_333],
  ] as const)('[J5] another register that was cut off %s: its own sale stands, and the loss is named once', (_what, first, kinds, owed) => {
    const { last, refunds, order, effects } = after(READY, first, swapOp(swapped(ONE_STAYS, 5_000, 5_000)));
    expect(told(last)).toEqual([
      [kinds[0], undefined],
      [kinds[1], LOSS],
    ]);
    expect(saleDocument.in(last)).toHaveLength(1);
    // Only what was sold left the book: the goods of the order left once, and what stayed never did.
    expect(stock(last)).toEqual([[STORE, 'C', -1, 0, 'sale']]);
    // What whoever took the payment owes is what the first of the two said.
    expect(refunds.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(owed);
    expect(order).toEqual(fulfillmentOrderDocument.in(effects[0] ?? []).at(-1));
  });

  it('[J5] the order was cancelled meanwhile: the goods and the sale are facts, and the money was given twice', () => {
    const cancelled: FulfillmentOrder = { ...READY, state: { status: 'cancelled', at: READY.placedAt } };
    const { last } = after(cancelled, swapOp(swapped(ONE_STAYS, 5_000, 5_000)));
    expect(told(last)).toEqual([
      ['handed_over_after_end', undefined],
      ['returned_more_than_bought', LOSS],
    ]);
    expect(stock(last).at(-1)).toEqual([STORE, 'C', -1, 0, 'sale']);
  });

  it('[J5] of an order that nobody has, the sale stands and somebody is asked', () => {
    const elsewhere = { ...READY, id: 'F9' };
    const { last } = after(elsewhere, swapOp(swapped(ONE_STAYS, 5_000, 5_000)));
    expect(new Set(told(last).map(([kind]) => kind))).toEqual(new Set(['unknown_fulfillment_order']));
    expect(saleDocument.in(last)).toHaveLength(1);
  });

  it('[A1] needs what a handover needs: another permission where a colleague answers for who fetches it', () => {
    const payload = swapped(ONE_STAYS, 5_000, 5_000);
    const vouched = { ...payload, handover: { ...payload.handover, verifiedBy: 'vouched' as const } };
    expect([pickupExchanged.permissionFor(payload), pickupExchanged.permissionFor(vouched)]).toEqual(['order.hand_over', 'order.vouch']);
    expect(pickupExchanged.receiptOf(payload)).toBe('A1-000002');
  });
});
