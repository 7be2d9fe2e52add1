import { describe, expect, it } from 'vitest';
import { AT, fulfillmentLineOf, fulfillmentOrderOf, operationOf } from '../../test/support/examples.ts';
import { applyTo, exceptionsIn, orderAfter, orderIn, readerOf, STATES } from '../../test/support/fulfillment.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { acknowledgeOrders, isNew } from './acknowledge-orders.ts';
import { fulfillmentOrderDocument } from './documents.ts';

const pickups = STATES.map((state, index) => fulfillmentOrderOf({ id: `F${index}`, kind: 'pickup', state }));
const [fresh] = pickups;
if (fresh === undefined) throw new Error('There are states.');
const acknowledged = { at: AT, by: 'A1' };

describe('a new pickup', () => {
  it('is one that waits', () => {
    expect(pickups.filter(isNew).map((order) => order.state.status)).toEqual(['open', 'acknowledged']);
  });

  it.each([
    ['is to be shipped', { kind: 'ship' as const }],
    ['was acknowledged', { acknowledged }],
    ['is being picked without a wave', { lines: [fulfillmentLineOf({ quantity: 2, picked: 1 })] }],
  ])('is none that %s', (_, given) => {
    expect(isNew({ ...fresh, ...given })).toBe(false);
  });

  it('is acknowledged with all others in one go', () => {
    expect(acknowledgeOrders(pickups)).toEqual({
      ok: true,
      value: { type: 'order_acknowledged', payload: { fulfillmentOrderIds: ['F0', 'F1'] } },
    });
    expect(acknowledgeOrders([{ ...fresh, acknowledged }])).toEqual({ ok: false, refusal: 'nothing_to_acknowledge' });
  });

  it('remembers who was first, and goes on as it was', () => {
    const request = { type: 'order_acknowledged', payload: { fulfillmentOrderIds: ['F0', 'F0'] } } as const;
    const effects = applyTo(fresh, request);
    expect(fulfillmentOrderDocument.in(effects)).toHaveLength(1);
    expect(orderAfter(effects)).toMatchObject({ state: { status: 'open' }, acknowledged: { at: AT } });
    expect(applyOperation(readerOf({ ...fresh, acknowledged }), operationOf(request))).toEqual([]);
  });

  it('[J5] that this store does not have is told', () => {
    const effects = applyTo(orderIn({ status: 'open' }), { type: 'order_acknowledged', payload: { fulfillmentOrderIds: ['F9'] } });
    expect(exceptionsIn(effects)).toEqual(['unknown_fulfillment_order']);
  });
});
