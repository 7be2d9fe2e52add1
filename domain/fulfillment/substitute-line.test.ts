import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { applyTo, decisionsFrom, exceptionsIn, orderAfter, orderIn, readerOf, stockIn } from '../../test/support/fulfillment.ts';
import type { LooseRequest } from '../../test/support/loose-request.ts';
import { DocumentMap } from '../base/document-map.ts';
import { toteDocument, unfulfilled } from './documents.ts';
import { ENDED, type FulfillmentOrder, type FulfillmentState, reservedUnits } from './fulfillment-order.ts';
import { substituteLine, type Substitution } from './substitute-line.ts';

const SUBSTITUTES = [
  { sku: 'B', gtin: null, name: 'Article B' },
  { sku: 'C', gtin: null, name: 'Article C', price: { totalMinor: 300, taxMinor: 30 } },
];
/** Three of A, of which one is picked, for 1,000 with a tax of 91. */
const line = fulfillmentLineOf({ quantity: 3, picked: 1, totalMinor: 1000, taxMinor: 91, substitutes: SUBSTITUTES });
const picking: FulfillmentState = { status: 'picking', waveId: 'W' };
const order = fulfillmentOrderOf({ lines: [line], state: picking });
const given: Substitution = { lineNo: 1, sku: 'B', quantity: 1, reason: 'not_found', waveId: null, tote: null };
const request = (more: Partial<Substitution> = {}): LooseRequest => ({
  type: 'line_substituted',
  payload: { fulfillmentOrderId: 'F1', ...given, ...more },
});
const unpicked = (lineNo: number, quantity: number): LooseRequest => ({
  type: 'line_unpicked',
  payload: { fulfillmentOrderId: 'F1', lineNo, quantity, waveId: null, tote: null },
});
const after = (start: FulfillmentOrder, ...requests: readonly LooseRequest[]) =>
  requests.reduce((now, one) => orderAfter(applyTo(now, one)) ?? now, start);

describe('substituteLine', () => {
  it.each([
    [{}, null],
    [{ sku: 'C', quantity: 2 }, null],
    [{ sku: 'D' }, 'not_a_substitute'],
    [{ sku: 'A' }, 'not_a_substitute'],
    [{ lineNo: 9 }, 'nothing_to_pick'],
    [{ quantity: 3 }, 'already_picked'],
    [{ quantity: 0 }, 'quantity_not_valid'],
    [{ quantity: 0.5 }, 'quantity_not_valid'],
  ])('%o is answered with %s', (more, refusal) => {
    const decision = substituteLine(readerOf(order), order, { ...given, ...more });
    expect(decision.ok ? null : decision.refusal).toBe(refusal);
  });

  it.each(decisionsFrom('picking', 'accepted'))('from %o it is %s', (state, answer) => {
    const now = { ...orderIn(state), lines: [line] };
    const decision = substituteLine(readerOf(now), now, given);
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(ENDED.includes(state.status) ? 'order_has_ended' : answer);
  });

  it.each([
    ['T-1', null],
    ['T-2', 'tote_wrong'],
  ])('puts it into the tote of its order: %s', (tote, refusal) => {
    const inTote = { ...order, totes: ['T-1'] };
    const decision = substituteLine(readerOf(inTote), inTote, { ...given, tote });
    expect(decision.ok ? null : decision.refusal).toBe(refusal);
  });

  it('refuses a tote in which something else lies', () => {
    const goods = [{ fulfillmentOrderId: 'F9', orderNumber: 'W-9', lineNo: 1, sku: 'X', quantity: 1 }];
    const reader = DocumentMap.of(toteDocument, { id: 'S1:T-3', storeId: 'S1', code: 'T-3', goods, since: order.placedAt });
    expect(substituteLine(reader, order, { ...given, tote: 'T-3' })).toEqual({ ok: false, refusal: 'tote_in_use' });
  });
});

describe('a substitute that was picked', () => {
  it.each([
    ['not_found', -1],
    ['damaged', -1],
    ['sold_in_store', 0],
  ] as const)('[P2] moves the reservation, and %s takes %i of the ordered article off the book', (reason, onHand) => {
    const effects = applyTo(order, request({ reason }));
    expect(stockIn(effects)).toEqual([
      { sku: 'A', onHand, reserved: -1 },
      { sku: 'B', onHand: 0, reserved: 1 },
    ]);
    expect(unfulfilled.in(effects)).toEqual([]);
    expect(orderAfter(effects)).toMatchObject({
      state: picking,
      lines: [
        { lineNo: 1, quantity: 3, picked: 1, short: 1 },
        { lineNo: 10_001, sku: 'B', quantity: 1, picked: 1, insteadOf: { lineNo: 1, writtenOff: -onHand || 0 } },
      ],
    });
  });

  it('[M1] costs what was ordered, or less where the order says so, and never more', () => {
    const both = after(order, request(), request({ sku: 'C' }));
    // 333 and 334 are the shares of the third and the second unit of 1,000.
    expect(both.lines.slice(1)).toMatchObject([
      { lineNo: 10_001, totalMinor: 333, taxMinor: 30, insteadOf: { totalMinor: 333, taxMinor: 30 } },
      { lineNo: 20_001, totalMinor: 300, taxMinor: 30, insteadOf: { totalMinor: 334, taxMinor: 31 } },
    ]);
    const dear = [{ sku: 'B', gtin: null, name: 'Article B', price: { totalMinor: 900, taxMinor: 90 } }];
    const capped = after({ ...order, lines: [{ ...line, substitutes: dear }] }, request());
    expect(capped.lines[1]).toMatchObject({ totalMinor: 333, taxMinor: 30 });
  });

  it('completes the order once nothing is to pick', () => {
    expect(after(order, request({ quantity: 2 })).state).toEqual({ status: 'picked' });
    const none = fulfillmentOrderOf({ lines: [{ ...line, quantity: 1, picked: 0 }], state: picking });
    expect(after(none, request()).state).toEqual({ status: 'picked' });
  });

  it('lies in its tote as what it is', () => {
    const effects = applyTo(order, request({ tote: 'T-1' }));
    expect(toteDocument.in(effects)).toMatchObject([{ code: 'T-1', goods: [{ lineNo: 10_001, sku: 'B', quantity: 1 }] }]);
    expect(orderAfter(effects)?.totes).toEqual(['T-1']);
  });

  it.each([
    ['that the order has no use for', { quantity: 5 }, 3],
    ['that the customer did not allow', { sku: 'D' }, 1],
  ] as const)('[J5] %s is an exception', (_what, more, units) => {
    const effects = applyTo(order, request(more));
    expect(exceptionsIn(effects)).toEqual(['picked_too_many']);
    expect(effects).toContainEqual(
      expect.objectContaining({ body: expect.objectContaining({ goods: [{ sku: ('sku' in more && more.sku) || 'B', quantity: units }] }) }),
    );
  });

  it('[J5] of an order that has ended meanwhile is to be put back', () => {
    const effects = applyTo({ ...order, state: { status: 'cancelled' } }, request());
    expect(exceptionsIn(effects)).toEqual(['picked_after_end']);
    expect(stockIn(effects)).toEqual([]);
  });
});

describe('a substitute that was taken back', () => {
  it('[P2] has what was ordered to pick again, on the book as before', () => {
    const picked = after(order, request());
    const effects = applyTo(picked, unpicked(10_001, 1));
    expect(stockIn(effects)).toEqual([
      { sku: 'B', onHand: 0, reserved: -1 },
      { sku: 'A', onHand: 1, reserved: 1 },
    ]);
    expect(orderAfter(effects)).toMatchObject({ state: picking, lines: [{ lineNo: 1, quantity: 3, picked: 1, short: 0 }] });
  });

  it('stays a line of its own where its order has ended: it is put back like all others', () => {
    const ended = { ...after(order, request()), state: { status: 'cancelled', putBack: { stagingLocation: null } } as const };
    const effects = applyTo(ended, unpicked(10_001, 1));
    expect(stockIn(effects)).toEqual([]);
    expect(orderAfter(effects)?.lines[1]).toMatchObject({ lineNo: 10_001, quantity: 1, picked: 0 });
  });

  it('[M1] [P2] whatever is picked, replaced and taken back, no cent and no unit is lost', () => {
    const step = fc.oneof(
      fc
        .record({
          sku: fc.constantFrom('B', 'C'),
          quantity: fc.integer({ min: 1, max: 3 }),
          reason: fc.constantFrom('damaged' as const, 'sold_in_store' as const),
        })
        .map((more) => request(more)),
      fc
        .record({ lineNo: fc.constantFrom(1, 10_001, 20_001), quantity: fc.integer({ min: 1, max: 3 }) })
        .map((one) => unpicked(one.lineNo, one.quantity)),
      fc
        .integer({ min: 1, max: 3 })
        .map((quantity): LooseRequest => ({ type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity } })),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.array(step, { maxLength: 20 }),
        (quantity, totalMinor, steps) => {
          let now = fulfillmentOrderOf({
            lines: [
              fulfillmentLineOf({ quantity, picked: 0, totalMinor, taxMinor: Math.floor(totalMinor / 11), substitutes: SUBSTITUTES }),
            ],
            state: picking,
          });
          const stock = new Map<string, { onHand: number; reserved: number }>();
          for (const one of steps) {
            const effects = applyTo(now, one);
            for (const { sku, onHand, reserved } of stockIn(effects)) {
              const sum = stock.get(sku) ?? { onHand: 0, reserved: 0 };
              stock.set(sku, { onHand: sum.onHand + onHand, reserved: sum.reserved + reserved });
            }
            now = orderAfter(effects) ?? now;
          }
          const [ordered, ...instead] = now.lines;
          const replaced = instead.reduce((sum, one) => sum + one.quantity, 0);
          expect((ordered?.quantity ?? 0) - (ordered?.short ?? 0) + replaced).toBe(quantity);
          for (const sku of ['A', 'B', 'C']) {
            const held = now.lines.filter((one) => one.sku === sku).reduce((sum, one) => sum + reservedUnits(now, one), 0);
            expect((sku === 'A' ? quantity : 0) + (stock.get(sku)?.reserved ?? 0)).toBe(held);
          }
          const writtenOff = instead.reduce((sum, one) => sum + (one.insteadOf?.writtenOff ?? 0), 0);
          expect(-(stock.get('A')?.onHand ?? 0) || 0).toBe(writtenOff);
          for (const one of instead) {
            expect(one.totalMinor).toBeLessThanOrEqual(one.insteadOf?.totalMinor ?? 0);
            expect(one.taxMinor).toBeLessThanOrEqual(one.totalMinor);
            expect(one.picked).toBe(one.quantity);
          }
        },
      ),
    );
  });
});
