import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import {
  asOrdered,
  orderedLineNo,
  orderedUnits,
  priceDifference,
  replacedUnits,
  substituteLineNo,
  withoutSubstitute,
  withSubstitute,
} from './substitute.ts';

const substitutes = [{ sku: 'B', gtin: null, name: 'Article B', price: { totalMinor: 300, taxMinor: 30 } }];
const ordered = fulfillmentLineOf({ quantity: 2, totalMinor: 1001, taxMinor: 91, substitutes });
const order = fulfillmentOrderOf({ lines: [ordered] });
const replaced = withSubstitute(order, ordered, 0, 2, 1);
const [, substituted] = replaced.lines;
if (substituted === undefined) throw new Error('Nothing was substituted.');

describe('the line of a substitute', () => {
  it.each([
    [1, 0, 10_001],
    [2000, 7, 82_000],
  ])('of line %i at place %i has number %i, which tells what it stands for', (lineNo, index, number) => {
    expect(substituteLineNo(lineNo, index)).toBe(number);
    expect([orderedLineNo(number), orderedLineNo(lineNo)]).toEqual([lineNo, lineNo]);
  });

  it('[M1] reads as what was ordered, with its money, once nobody sends the substitute', () => {
    expect(asOrdered(replaced, substituted)).toMatchObject({
      lineNo: 1,
      sku: 'A',
      quantity: 2,
      totalMinor: 1001,
      taxMinor: 91,
      substitutes,
    });
    expect(asOrdered(replaced, substituted).insteadOf).toBeUndefined();
    expect(asOrdered(order, ordered)).toBe(ordered);
  });

  it('[M1] [J9] costs less by parts that add up to the whole', () => {
    expect([0, 1, 2].map((units) => priceDifference(substituted, units))).toEqual([
      { totalMinor: 0, taxMinor: 0 },
      { totalMinor: 201, taxMinor: 16 },
      { totalMinor: 401, taxMinor: 31 },
    ]);
    expect(priceDifference(ordered, 2)).toEqual({ totalMinor: 0, taxMinor: 0 });
  });

  it('gives back no more to the book than had left it', () => {
    const once = withoutSubstitute(replaced, substituted, 2);
    expect(once.bookedAgain).toBe(1);
    expect(once.order.lines).toMatchObject([{ lineNo: 1, quantity: 2, short: 0, totalMinor: 1001, taxMinor: 91 }]);
    expect(withoutSubstitute(order, ordered, 1)).toEqual({ order, bookedAgain: 0 });
  });

  it('replaces as many units as it has', () => {
    expect([replacedUnits(replaced, ordered), replacedUnits(order, ordered), replacedUnits(replaced, substituted)]).toEqual([2, 0, 0]);
  });

  it('is no unit more than was ordered', () => {
    expect([orderedUnits(replaced), orderedUnits(order)]).toEqual([2, 2]);
  });

  it('is none where the list has no such place', () => {
    expect(withSubstitute(order, ordered, 3, 1, 0)).toBe(order);
  });
});
