import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dearFirst,
  FINE,
  firstUnits,
  groupsOf,
  missingFor,
  roundFine,
  type Run,
  unitsOf,
  usedIn,
  valueOf,
  withinNet,
} from './unit-runs.ts';

const runOf = (index: number, price: number, units: number): Run => ({
  index,
  value: BigInt(price) * FINE,
  units,
  netMinor: price * units,
});
const runs = fc
  .array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
  .map((drawn) => drawn.map(([price, units], index) => runOf(index, price, units)));
const size = fc.integer({ min: 2, max: 5 });

describe('runs of pieces', () => {
  it('groups are cut from a queue that goes from the dearest to the cheapest', () => {
    fc.assert(
      fc.property(runs, size, fc.option(fc.integer({ min: 1, max: 4 })), (given, each, most) => {
        const queue = dearFirst(given).flatMap((run) => Array.from({ length: run.units }, () => run.index));
        const expected = Math.min(Math.floor(queue.length / each), most ?? Number.POSITIVE_INFINITY);
        const groups = groupsOf(given, each, most);
        const listed = groups.flatMap(({ times, members }) =>
          Array.from({ length: times }, () => members.flatMap(({ run, units }) => Array.from({ length: units }, () => run.index))),
        );
        expect(listed.flat()).toEqual(queue.slice(0, expected * each));
        expect(usedIn(given, groups).reduce((a, b) => a + b, 0)).toBe(expected * each);
      }),
    );
  });

  it('says how many pieces fill the next group', () => {
    const three = [runOf(0, 5, 3)];
    expect([missingFor(three, 2, 1, null), missingFor(three, 3, 1, null), missingFor(three, 2, 1, 1), missingFor([], 2, 0, null)]).toEqual([
      1,
      null,
      null,
      null,
    ]);
  });

  it('counts and values the first pieces', () => {
    const first = firstUnits([runOf(0, 5, 2), runOf(1, 3, 2)], 3);
    expect([unitsOf(first), roundFine(valueOf(first)), unitsOf(firstUnits([runOf(0, 5, 2)], 9))]).toEqual([3, 13, 2]);
  });

  it('[M1] what does not fit on a line goes to lines with room', () => {
    expect(withinNet([3, 0, 1], [runOf(0, 1, 1), runOf(1, 1, 1), runOf(2, 5, 1)])).toEqual([1, 1, 2]);
  });
});
