import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf as lineOf, fulfillmentOrderOf as orderOf } from '../../test/support/examples.ts';
import { portionOf } from '../base/money.ts';
import { addUnits } from './add-units.ts';
import type { FulfillmentState } from './fulfillment-order.ts';

describe('addUnits', () => {
  it('[M1] adds units and their money to the line, whatever it gave up before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.nat(9),
        fc.nat(5000),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(5000),
        (quantity, gaveUp, totalMinor, more, moreMinor) => {
          const short = Math.min(gaveUp, quantity);
          const line = lineOf({ quantity, short, moved: short, totalMinor });
          const [added] = addUnits(orderOf({ lines: [line, lineOf({ lineNo: 2 })] }), [
            lineOf({ quantity: more, totalMinor: moreMinor }),
          ]).lines;
          const keptMinor = portionOf(totalMinor, quantity, 0, quantity - short);
          expect(added).toMatchObject({ quantity: quantity - short + more, short: 0, totalMinor: keptMinor + moreMinor });
          expect(added?.moved).toBeUndefined();
        },
      ),
    );
  });

  it('adds a line that the order did not have, and leaves the others alone', () => {
    const order = orderOf({ lines: [lineOf({ picked: 1 })] });
    expect(addUnits(order, [lineOf({ lineNo: 2, sku: 'B' })]).lines).toEqual([...order.lines, lineOf({ lineNo: 2, sku: 'B' })]);
  });

  it.each<[FulfillmentState, FulfillmentState['status']]>([
    [{ status: 'open' }, 'open'],
    [{ status: 'picking', waveId: 'W' }, 'picking'],
    [{ status: 'picked' }, 'open'],
    [{ status: 'packed' }, 'open'],
  ])('an order that was %j is %s then, with what was picked', (state, status) => {
    const added = addUnits(orderOf({ state, lines: [lineOf({ quantity: 2, picked: 2 })] }), [lineOf()]);
    expect(added).toMatchObject({ state: { status }, lines: [{ quantity: 3, picked: 2 }] });
  });
});
