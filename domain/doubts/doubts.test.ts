import { describe, expect, it } from 'vitest';
import { doubtCashGiven, doubtFloat, doubtQuantity, doubtRefund, doubtWriteOff } from './doubts.ts';
import { doubtLimits } from './settings.ts';

const limits = doubtLimits.standard;

describe('what is asked about once', () => {
  it.each([
    [239, 239, null],
    [239, 500, null],
    [239, 10_000, null],
    [239, 200_239, null],
    [239, 200_240, 'much_change'],
    [239, 2_000_000, 'much_change'],
    [80_000, 320_000, null],
    [80_000, 320_001, 'much_change'],
    [0, 200_001, 'much_change'],
  ])('a total of %d paid with %d: %s', (total, given, doubt) => {
    expect(doubtCashGiven(limits, total, given)).toBe(doubt);
  });

  it.each<[string, unknown, unknown]>([
    ['a float of 2,000.00', doubtFloat(limits, 200_000), null],
    ['a float of 2,000.01', doubtFloat(limits, 200_001), 'large_float'],
    ['a float that is refused anyway', doubtFloat(limits, 9_999_999_999_900), null],
    ['100 units', doubtQuantity(limits, 100), null],
    ['a million units', doubtQuantity(limits, 1_000_000), 'large_quantity'],
    ['a refund of all that is in the drawer', doubtRefund(500, 500), null],
    ['a refund of more', doubtRefund(501, 500), 'refund_above_drawer'],
    ['a write-off of what there is', doubtWriteOff(limits, 9, 9), null],
    ['a write-off of more', doubtWriteOff(limits, 9_999, 10), 'write_off_above_stock'],
    ['a write-off below zero', doubtWriteOff(limits, 1, -3), 'write_off_above_stock'],
    ['a large write-off of unknown stock', doubtWriteOff(limits, 101, null), 'large_write_off'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

it('asks beyond what a store says, and not before', () => {
  const of = { ...limits, changeMinor: 100, changeTimesTotal: 0, floatMinor: 50, lineUnits: 2, writeOffUnits: 1 };
  expect([doubtCashGiven(of, 500, 600), doubtFloat(of, 50), doubtQuantity(of, 2), doubtWriteOff(of, 1, 9)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([doubtCashGiven(of, 500, 601), doubtFloat(of, 51), doubtQuantity(of, 3), doubtWriteOff(of, 2, 9)]).toEqual([
    'much_change',
    'large_float',
    'large_quantity',
    'large_write_off',
  ]);
});
