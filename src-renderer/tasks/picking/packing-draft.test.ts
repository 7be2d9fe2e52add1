import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { emptyParcel, lineToPack, parcelsOf, putInto, takeOutOf, unitsLeft } from './packing-draft.ts';

const order = fulfillmentOrderOf({
  lines: [
    fulfillmentLineOf({ quantity: 3, picked: 2, short: 1 }),
    fulfillmentLineOf({ lineNo: 2, sku: 'B', picked: 1 }),
    fulfillmentLineOf({ lineNo: 3, sku: 'A', picked: 1 }),
  ],
});
const empty = [emptyParcel('P1')];

describe('what is put into parcels', () => {
  it('is never more than was picked, and goes into the parcel that is open', () => {
    const one = putInto(order, empty, 1, 1);
    const two = putInto(order, [...one, emptyParcel('P2')], 1, 9);
    expect(parcelsOf(order, two)).toEqual([
      { id: 'P1', box: null, weightGrams: null, lines: [{ lineNo: 1, sku: 'A', quantity: 1 }] },
      { id: 'P2', box: null, weightGrams: null, lines: [{ lineNo: 1, sku: 'A', quantity: 1 }] },
    ]);
    expect(unitsLeft(order, two)).toBe(2);
    expect(putInto(order, two, 1, 1)).toBe(two);
  });

  it('is of the first line of an article that still wants it', () => {
    expect(lineToPack(order, empty, 'A')).toBe(1);
    expect(lineToPack(order, putInto(order, empty, 1, 2), 'A')).toBe(3);
    expect(lineToPack(order, putInto(order, empty, 2, 1), 'B')).toBeUndefined();
    expect(lineToPack(order, empty, 'C')).toBeUndefined();
  });

  it('weighs something else once more or less is in it, and an empty parcel is none', () => {
    const weighed = putInto(order, empty, 2, 1).map((parcel) => ({ ...parcel, weightGrams: 500 }));
    expect(putInto(order, weighed, 1, 1)).toMatchObject([{ weightGrams: null }]);
    const out = takeOutOf(weighed, 2);
    expect(out).toEqual([emptyParcel('P1')]);
    expect(parcelsOf(order, out)).toEqual([]);
    expect(takeOutOf(weighed, 1)).toEqual(weighed);
  });
});
