import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { cancelUnits } from './cancel-units.ts';
import { type FulfillmentOrder, type FulfillmentState, hasEnded, reservedUnits } from './fulfillment-order.ts';

const AT = '2026-03-02T12:00:00.000Z';

const STATES: readonly FulfillmentState[] = [
  { status: 'open' },
  { status: 'acknowledged' },
  { status: 'picking', waveId: 'W1' },
  { status: 'packed' },
  { status: 'ready', stagingLocation: 'Shelf 1', at: AT },
  { status: 'shipped', trackingNumber: 'T1', at: AT },
  { status: 'rejected', reason: 'closed', at: AT },
];

const order = fc.record({
  state: fc.constantFrom(...STATES),
  lines: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 4 }), picked: fc.integer({ min: 0, max: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

const orders = fc.array(order, { maxLength: 4 }).map((drawn) =>
  drawn.map(
    ({ state, lines }, index): FulfillmentOrder =>
      fulfillmentOrderOf({
        id: `F${index}`,
        state,
        lines: lines.map(({ quantity, picked }, line) =>
          fulfillmentLineOf({ lineNo: line + 1, quantity, picked: Math.min(picked, quantity), short: 0 }),
        ),
      }),
  ),
);

const reserved = (all: readonly FulfillmentOrder[], lineNo: number) =>
  all.reduce(
    (sum, one) => sum + one.lines.filter((line) => line.lineNo === lineNo).reduce((units, line) => units + reservedUnits(one, line), 0),
    0,
  );

describe('cancelUnits', () => {
  it('[P2] releases exactly what is cancelled, and says what none of them had', () => {
    fc.assert(
      fc.property(orders, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), (before, wanted) => {
        const units = new Map(wanted.map((count, index) => [index + 1, count]));
        const { changed, left } = cancelUnits(before, units, AT);
        const after = before.map((one) => changed.find((each) => each.order.id === one.id)?.order ?? one);
        for (const [lineNo, count] of units) {
          const released = changed.reduce((sum, one) => sum + (one.released.get(lineNo) ?? 0), 0);
          expect(reserved(before, lineNo) - reserved(after, lineNo)).toBe(released);
          expect(released + (left.get(lineNo) ?? 0)).toBe(count);
          expect(released).toBe(Math.min(count, reserved(before, lineNo)));
        }
        for (const { order: one } of changed.filter((each) => !hasEnded(each.order)))
          for (const line of one.lines) expect(line.picked).toBeLessThanOrEqual(line.quantity - line.short);
      }),
    );
  });

  it('takes what nobody has worked on first', () => {
    const line = fulfillmentLineOf({ lineNo: 1, quantity: 1, picked: 0 });
    const all = [
      fulfillmentOrderOf({ id: 'F1', state: { status: 'packed' }, lines: [{ ...line, picked: 1 }] }),
      fulfillmentOrderOf({ id: 'F2', state: { status: 'open' }, lines: [line] }),
    ];
    expect(cancelUnits(all, new Map([[1, 1]]), AT).changed.map((one) => one.order.id)).toEqual(['F2']);
  });

  it('ends an order of which nothing is left, and what was picked goes back', () => {
    const picked = fulfillmentOrderOf({
      state: { status: 'ready', stagingLocation: 'Shelf 1', at: AT },
      lines: [fulfillmentLineOf({ lineNo: 1, quantity: 2, picked: 2 })],
    });
    const [ended] = cancelUnits([picked], new Map([[1, 2]]), AT).changed;
    expect(ended?.order.state).toEqual({ status: 'cancelled', at: AT, putBack: { stagingLocation: 'Shelf 1' } });
    expect(ended?.picked.size).toBe(0);
  });

  it('names what was picked of an order that goes on', () => {
    const packed = fulfillmentOrderOf({
      state: { status: 'packed' },
      lines: [fulfillmentLineOf({ lineNo: 1, quantity: 2, picked: 2 }), fulfillmentLineOf({ lineNo: 2, quantity: 1, picked: 1 })],
    });
    const [changed] = cancelUnits([packed], new Map([[1, 1]]), AT).changed;
    expect(changed?.order.state.status).toBe('packed');
    expect([...(changed?.picked ?? [])]).toEqual([[1, 1]]);
    expect(changed?.order.lines[0]).toMatchObject({ short: 1, picked: 1 });
  });
});
