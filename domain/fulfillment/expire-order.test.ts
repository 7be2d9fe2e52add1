import { describe, expect, it } from 'vitest';
import { AT, fulfillmentLineOf } from '../../test/support/examples.ts';
import { applyTo, exceptionsIn, orderAfter, orderIn, stockIn } from '../../test/support/fulfillment.ts';
import { refundsOf } from '../orders/refunds.ts';
import { declined } from './documents.ts';
import { expireOrder, keptUntil } from './expire-order.ts';
import { endOfOrder, type FulfillmentOrder, reservedUnits } from './fulfillment-order.ts';
import { linesToPutBack, putBackGoods } from './put-back.ts';

const DAY = 86_400_000;
const LATER = '2026-03-12T10:00:00.000Z';

const ready: FulfillmentOrder = {
  ...orderIn({ status: 'ready', stagingLocation: 'P3', at: AT }),
  kind: 'pickup',
  lines: [
    fulfillmentLineOf({ quantity: 3, picked: 2, short: 1, totalMinor: 300 }),
    fulfillmentLineOf({ lineNo: 2, sku: 'B', quantity: 1, short: 1 }),
  ],
};

describe('how long a pickup waits', () => {
  it.each([
    ['for the days of its store', 7, undefined, Date.parse(AT) + 7 * DAY],
    ['for as long as it takes', 0, LATER, null],
    ['for longer, where somebody said so', 7, LATER, Date.parse(LATER)],
    ['no shorter, whatever was said', 7, '2026-03-03T10:00:00.000Z', Date.parse(AT) + 7 * DAY],
  ])('%s', (_, days, keepUntil, until) => {
    expect(keptUntil({ ...ready, ...(keepUntil !== undefined && { keepUntil }) }, days)).toBe(until);
  });

  it('is nothing that other orders do', () => {
    expect(keptUntil(orderIn({ status: 'picked' }), 7)).toBeNull();
  });
});

describe('a pickup that nobody fetched', () => {
  const { order, lines } = expireOrder(ready, LATER);

  it('is free again, and its goods wait to be put back from where they were', () => {
    expect(lines).toEqual([{ lineNo: 1, sku: 'A', quantity: 2 }]);
    expect(order.state).toEqual({ status: 'expired', putBack: { stagingLocation: 'P3' }, at: LATER });
    expect(order.lines.map((line) => reservedUnits(order, line))).toEqual([0, 0]);
    expect(linesToPutBack(order)).toEqual([{ lineNo: 1, sku: 'A', quantity: 2 }]);
    expect(endOfOrder(order)).toBeNull();
  });

  it('[M1] owes what was paid for the units that were to be given out', () => {
    expect(refundsOf([order])).toEqual([{ fulfillmentOrderId: 'F1', lineNo: 1, sku: 'A', quantity: 2, totalMinor: 200, taxMinor: 0 }]);
  });

  it('is done once its goods are on the shelf', () => {
    const decision = putBackGoods(order, new Map([[1, 1]]));
    if (!decision.ok) throw new Error(decision.refusal);
    const effects = applyTo(order, decision.value);
    expect(orderAfter(effects)?.state).toMatchObject({ status: 'expired' });
    expect(orderAfter(effects)?.state).not.toHaveProperty('putBack');
    // One of them was not there any more.
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -1, reserved: 0 }]);
  });

  const handOver = (quantity: number) =>
    applyTo(order, {
      type: 'order_handed_over',
      payload: { fulfillmentOrderId: order.id, verifiedBy: 'pickup_code', lines: [{ lineNo: 1, sku: 'A', quantity }] },
    });

  it('[J5] is the customer’s all the same where a register that was cut off gave it out: the handover wins, and somebody is told', () => {
    const effects = handOver(2);
    const after = orderAfter(effects);
    expect(after?.state).toEqual({ status: 'handed_over', at: AT });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -2, reserved: 0 }]);
    expect(after && refundsOf([after])).toEqual([]);
    expect(after && linesToPutBack(after)).toEqual([]);
    expect(exceptionsIn(effects)).toEqual(['handed_over_after_end']);
    expect(declined.in(effects)).toEqual([]);
  });

  it('[J5, M1] owes then what did not leave', () => {
    const after = orderAfter(handOver(1));
    expect(after && refundsOf([after])).toMatchObject([{ quantity: 1, totalMinor: 100 }]);
  });

  it('is not worked on any more without somebody being told', () => {
    const effects = applyTo(order, { type: 'order_staged', payload: { fulfillmentOrderId: order.id, stagingLocation: 'P1' } });
    expect(exceptionsIn(effects)).toEqual(['picked_after_end']);
  });
});
