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
    if (decision.ok) expect(orderRejected.payload.parse(decision.value.payload)).toEqual({ fulfillmentOrderId: 'F1', reason: 'too_busy' });
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
});
