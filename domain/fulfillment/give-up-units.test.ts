import { unfulfilled } from './documents.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { type FulfillmentState, reservedUnits } from './fulfillment-order.ts';
import { giveUpUnits, stateAfterPicking } from './give-up-units.ts';

const line = (quantity: number, picked: number, short: number, lineNo = 1) => fulfillmentLineOf({ lineNo, quantity, picked, short });

describe('stateAfterPicking', () => {
  it.each([
    [[line(2, 1, 0)], 'picking'],
    [[line(2, 1, 1)], 'picked'],
    [[line(2, 2, 0)], 'picked'],
    [[line(2, 0, 2)], 'rejected'],
    [[line(2, 0, 2), line(1, 0, 0, 2)], 'picking'],
    [[line(2, 0, 2), line(1, 1, 0, 2)], 'picked'],
  ] as const)('%o stands at %s', (lines, status) => {
    expect(stateAfterPicking(lines, 'W', AT).status).toBe(status);
  });
});

describe('giveUpUnits', () => {
  const chosen = fc
    .array(fc.record({ quantity: fc.integer({ min: 1, max: 6 }), picked: fc.nat(6), short: fc.nat(6) }), { minLength: 1, maxLength: 4 })
    .map((drawn) =>
      drawn.map(({ quantity, picked, short }, index) => {
        const shorted = Math.min(short, quantity);
        return line(quantity, Math.min(picked, quantity - shorted), shorted, index + 1);
      }),
    )
    .chain((lines) =>
      fc.record({ lines: fc.constant(lines), at: fc.nat(lines.length - 1), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );

  it('[P2] releases exactly the units it gives up, asks the pool for them, and keeps the other lines', () => {
    fc.assert(
      fc.property(
        chosen,
        fc.constantFrom<FulfillmentState>({ status: 'open' }, { status: 'acknowledged' }, { status: 'picking', waveId: 'W' }),
        ({ lines, at, share }, state) => {
          const target = lines[at] ?? line(1, 0, 0);
          const units = Math.floor((target.quantity - target.picked - target.short) * share);
          const order = fulfillmentOrderOf({ lines, state });
          const { order: next, effects } = giveUpUnits(order, target.lineNo, units, 0, 'promise_moved', AT);
          if (units === 0) {
            expect({ next, effects }).toEqual({ next: order, effects: [] });
            return;
          }
          expect(next.lines).toEqual(lines.map((one) => (one === target ? { ...one, short: one.short + units, moved: units } : one)));
          expect(effects.map((effect) => effect.kind)).toEqual(['stock', 'document', 'event']);
          expect([fulfillmentOrderDocument.in(effects).length, unfulfilled.in(effects).length]).toEqual([1, 1]);
          expect(effects[0]).toMatchObject({ reserved: -units, onHand: 0, sku: target.sku, cause: 'promise_moved' });
          expect(effects[2]).toMatchObject({ body: { lines: [{ lineNo: target.lineNo, quantity: units }] } });
          const reserved = (one: typeof order) => one.lines.reduce((sum, each) => sum + reservedUnits(one, each), 0);
          expect(reserved(order) - reserved(next)).toBe(units);
        },
      ),
    );
  });

  it('leaves an order that nobody touched waiting, unless nothing of it is left', () => {
    const order = fulfillmentOrderOf({ state: { status: 'acknowledged' }, lines: [line(2, 0, 0)] });
    expect(giveUpUnits(order, 1, 1, 0, 'promise_moved', AT).order.state).toEqual({ status: 'acknowledged' });
    expect(giveUpUnits(order, 1, 2, 0, 'promise_moved', AT).order.state).toMatchObject({ status: 'rejected', at: AT });
  });

  it('keeps the wave of an order that is being picked', () => {
    const order = fulfillmentOrderOf({ state: { status: 'picking', waveId: 'W' }, lines: [line(3, 1, 0)] });
    expect(giveUpUnits(order, 1, 1, -1, 'short_pick', AT).order.state).toEqual({ status: 'picking', waveId: 'W' });
    expect(giveUpUnits(order, 1, 2, -2, 'short_pick', AT).order.state).toEqual({ status: 'picked' });
  });

  it('changes nothing for a line that is not there', () => {
    const order = fulfillmentOrderOf();
    expect(giveUpUnits(order, 9, 1, 0, 'short_pick', AT)).toEqual({ order, effects: [] });
  });
});
