import { describe, expect, it } from 'vitest';
import { AT, fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { applyTo, exceptionsIn, orderAfter, orderIn, STATES, stockIn } from '../../test/support/fulfillment.ts';
import { unfulfilled } from './documents.ts';
import { ENDED, type RejectReason } from './fulfillment-order.ts';
import { orderRejected } from './operations.ts';
import { rejectOrder } from './reject-order.ts';

describe('rejectOrder', () => {
  it.each(STATES)('takes an order in state %o unless it has ended', (state) => {
    const decision = rejectOrder(orderIn(state), 'too_busy');
    expect(decision.ok).toBe(!ENDED.includes(state.status));
    if (decision.ok)
      expect(orderRejected.payload.parse(decision.value.payload)).toEqual({ fulfillmentOrderId: 'F1', reason: 'too_busy', lineNos: [] });
  });

  const order = fulfillmentOrderOf({
    lines: [fulfillmentLineOf({ quantity: 3 }), fulfillmentLineOf({ lineNo: 2, sku: 'B' }), fulfillmentLineOf({ lineNo: 3, short: 1 })],
  });
  const lineNosOf = (...given: Parameters<typeof rejectOrder>) => {
    const decision = rejectOrder(...given);
    return decision.ok ? decision.value.payload.lineNos : decision.refusal;
  };

  it('takes single lines, those of which something is to pick; all of them are the order', () => {
    expect(lineNosOf(order, 'damaged', [2])).toEqual([2]);
    expect(lineNosOf(order, 'damaged', [2, 3, 9])).toEqual([2]);
    expect(lineNosOf(order, 'damaged', [3])).toBe('nothing_to_pick');
    expect(lineNosOf(order, 'damaged', [1, 2])).toEqual([]);
    const begun = { ...order, lines: order.lines.map((line) => (line.lineNo === 1 ? { ...line, picked: 1 } : line)) };
    expect(lineNosOf(begun, 'damaged', [1, 2])).toEqual([1, 2]);
  });
});

describe('an order that was rejected', () => {
  it.each<[RejectReason, string[]]>([
    ['out_of_stock', ['count_wanted']],
    ['not_found', ['count_wanted']],
    ['damaged', ['count_wanted']],
    ['too_busy', []],
    ['closed', []],
  ])('[P2] a reject because of %s leaves the books alone, and asks for a count where goods are missing', (reason, kinds) => {
    const order = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, picked: 1 })], state: { status: 'picking', waveId: 'W' } });
    const effects = applyTo(order, { type: 'order_rejected', payload: { fulfillmentOrderId: 'F1', reason } });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: 0, reserved: -3 }]);
    expect(exceptionsIn(effects)).toEqual(kinds);
  });

  it('[P2] a reject of several products asks for a count of each', () => {
    const order = fulfillmentOrderOf({ lines: [fulfillmentLineOf(), fulfillmentLineOf({ lineNo: 2, sku: 'B' })] });
    const effects = applyTo(order, { type: 'order_rejected', payload: { fulfillmentOrderId: 'F1', reason: 'out_of_stock' } });
    expect(exceptionsIn(effects)).toEqual(['count_wanted', 'count_wanted']);
  });

  it('a reject gives everything back to the pool', () => {
    const order = fulfillmentOrderOf({
      lines: [fulfillmentLineOf({ quantity: 3, picked: 1, short: 1 }), fulfillmentLineOf({ lineNo: 2, sku: 'B', quantity: 1, short: 1 })],
    });
    const effects = applyTo(order, { type: 'order_rejected', payload: { fulfillmentOrderId: 'F1', reason: 'out_of_stock' } });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: 0, reserved: -2 }]);
    expect(effects).toContainEqual(unfulfilled.effect({ fulfillmentOrder: order, lines: [{ lineNo: 1, quantity: 2 }] }));
    expect(orderAfter(effects)?.state).toEqual({ status: 'rejected', reason: 'out_of_stock', at: AT, putBack: { stagingLocation: null } });
  });

  it('[P2] a reject of one line gives back what is not picked of it, and the order goes on', () => {
    const order = fulfillmentOrderOf({
      lines: [fulfillmentLineOf({ quantity: 3, picked: 1 }), fulfillmentLineOf({ lineNo: 2, sku: 'B', quantity: 2 })],
      state: { status: 'picking', waveId: 'W' },
    });
    const rejected = (reason: RejectReason, ...lineNos: number[]) =>
      applyTo(order, { type: 'order_rejected', payload: { fulfillmentOrderId: 'F1', reason, lineNos } });
    const effects = rejected('not_found', 1);
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: 0, reserved: -2 }]);
    expect(orderAfter(effects)).toMatchObject({ state: { status: 'picking' }, lines: [{ picked: 1, short: 2 }, { short: 0 }] });
    expect(effects).toContainEqual(unfulfilled.effect({ fulfillmentOrder: order, lines: [{ lineNo: 1, quantity: 2 }] }));
    expect(exceptionsIn(effects)).toEqual(['count_wanted']);
    const busy = rejected('too_busy', 1, 2);
    expect(orderAfter(busy)?.state).toEqual({ status: 'picked' });
    expect(busy).toContainEqual(
      unfulfilled.effect({
        fulfillmentOrder: order,
        lines: [
          { lineNo: 1, quantity: 2 },
          { lineNo: 2, quantity: 2 },
        ],
        reason: 'too_busy',
      }),
    );
  });

  it('[J5] a reject of a line that was picked by then changes nothing, and one of all that is left ends the order', () => {
    const picked = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 1, picked: 1 })], state: { status: 'picked' } });
    const request = { type: 'order_rejected' as const, payload: { fulfillmentOrderId: 'F1', reason: 'closed' as const, lineNos: [1] } };
    expect(applyTo(picked, request)).toEqual([]);
    const open = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 2 })] });
    expect(orderAfter(applyTo(open, request))?.state).toEqual({ status: 'rejected', reason: 'closed', at: AT });
  });
});
