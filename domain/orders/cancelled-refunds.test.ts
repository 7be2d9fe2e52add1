import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { portionOf } from '../base/money.ts';
import type { FulfillmentLine, FulfillmentState } from '../fulfillment/fulfillment-order.ts';
import { cancelledRefunds, type PaidLine, waitingAmounts } from './cancelled-refunds.ts';
import { refundsOf } from './refunds.ts';

const AT = '2026-01-31T12:00:00.000Z';
const paid = (of: Partial<PaidLine>): PaidLine => ({
  ...{ lineNo: 1, sku: 'A', quantity: 3, totalMinor: 1000, taxMinor: 100, backordered: 0, cancelled: 0 },
  ...of,
});
const cancelled: FulfillmentState = { status: 'cancelled', at: AT };
const left: FulfillmentState = { status: 'handed_over', at: AT } as FulfillmentState;
const part = (id: string, of: Partial<FulfillmentLine>, state: FulfillmentState) =>
  fulfillmentOrderOf({ id, lines: [fulfillmentLineOf(of)], state });

describe('what is given back for units that were cancelled', () => {
  it('is all that was paid where nothing has left', () => {
    const whole = part('F1', { quantity: 3, totalMinor: 1000, taxMinor: 100 }, cancelled);
    expect(cancelledRefunds([paid({ cancelled: 3 }), paid({ lineNo: 2, sku: 'B' })], [whole])).toEqual([
      { lineNo: 1, sku: 'A', quantity: 3, totalMinor: 1000, taxMinor: 100, reason: 'cancelled' },
    ]);
  });

  it('is nothing while nothing is cancelled', () => {
    expect(cancelledRefunds([paid({ backordered: 3 })], [])).toEqual([]);
  });

  it('is what is left beside a part that has gone, one that still waits, and one that was not taken', () => {
    const gone = part('F1', { quantity: 1, picked: 1, totalMinor: 333, taxMinor: 33 }, left);
    expect(cancelledRefunds([paid({ cancelled: 2 })], [gone])).toMatchObject([{ quantity: 2, totalMinor: 667, taxMinor: 67 }]);
    expect(cancelledRefunds([paid({ cancelled: 1, backordered: 1 })], [gone])).toMatchObject([
      { quantity: 1, totalMinor: 333, taxMinor: 33 },
    ]);
    const refused = { quantity: 2, picked: 1, short: 1, refused: 1, toRefund: 1, totalMinor: 667, taxMinor: 67 };
    expect(cancelledRefunds([paid({ cancelled: 2 })], [part('F2', refused, left)])).toMatchObject([{ quantity: 1, totalMinor: 333 }]);
  });

  it.each([
    [0, 3, []],
    [3, 3, []],
    [3, 1, [{ quantity: 2, totalMinor: 667 }]],
  ])('[J5] is nothing for goods that left all the same: %i short, %i gone', (short, picked, owed) => {
    const gone = part('F1', { quantity: 3, short, picked, totalMinor: 1000, taxMinor: 100 }, left);
    expect(cancelledRefunds([paid({ cancelled: 3 })], [gone])).toMatchObject(owed);
  });

  it('[M1, J9] adds up to what was paid, with what has left, what waits and what was not taken', () => {
    const units = fc.record({
      sent: fc.integer({ min: 0, max: 4 }),
      refused: fc.integer({ min: 0, max: 4 }),
      held: fc.integer({ min: 0, max: 4 }),
      waiting: fc.integer({ min: 0, max: 4 }),
      cancelled: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 9_999 }), fc.boolean(), (of, totalMinor, cancelledFirst) => {
        const quantity = of.sent + of.refused + of.held + of.waiting + of.cancelled;
        const share = (before: number, count: number) => portionOf(totalMinor, quantity, before, count);
        const offset = cancelledFirst ? of.cancelled : 0;
        const counter = of.sent + of.refused;
        const atCounter = part(
          'F1',
          {
            ...{ quantity: counter, picked: of.sent, short: of.refused, refused: of.refused, toRefund: of.refused },
            ...{ totalMinor: share(offset, counter), taxMinor: 0 },
          },
          left,
        );
        const onTheWay = part('F2', { quantity: of.held, totalMinor: share(offset + counter, of.held), taxMinor: 0 }, { status: 'open' });
        const orders = [...(counter > 0 ? [atCounter] : []), ...(of.held > 0 ? [onTheWay] : [])];
        const line = paid({ quantity, totalMinor, taxMinor: 0, backordered: of.waiting, cancelled: of.cancelled + of.refused });
        const back = cancelledRefunds([line], orders);
        expect(back.map((one) => one.quantity)).toEqual([of.cancelled]);
        const gone = of.sent === 0 ? 0 : portionOf(share(offset, counter), counter, 0, of.sent);
        const waits = of.waiting === 0 ? 0 : waitingAmounts(line, orders).totalMinor;
        const told = [...back, ...refundsOf(orders)].reduce((sum, one) => sum + one.totalMinor, 0);
        const sum = gone + (of.held > 0 ? share(offset + counter, of.held) : 0) + waits + told;
        // What waits is never below nothing: then a minor unit may be missing here.
        expect(Math.abs(sum - totalMinor)).toBeLessThanOrEqual(of.waiting === 0 ? 0 : 1);
      }),
    );
  });
});
