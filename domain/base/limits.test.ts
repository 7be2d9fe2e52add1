import { describe, expect, it } from 'vitest';
import { doubtCashGiven, doubtFloat, doubtQuantity, doubtRefund, doubtWriteOff, isTooLarge } from './limits.ts';

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
    expect(doubtCashGiven(total, given)).toBe(doubt);
  });

  it.each<[string, unknown, unknown]>([
    ['a float of 2,000.00', doubtFloat(200_000), null],
    ['a float of 2,000.01', doubtFloat(200_001), 'large_float'],
    ['a float that is refused anyway', doubtFloat(9_999_999_999_900), null],
    ['100 units', doubtQuantity(100), null],
    ['a million units', doubtQuantity(1_000_000), 'large_quantity'],
    ['a refund of all that is in the drawer', doubtRefund(500, 500), null],
    ['a refund of more', doubtRefund(501, 500), 'refund_above_drawer'],
    ['a write-off of what there is', doubtWriteOff(9, 9), null],
    ['a write-off of more', doubtWriteOff(9_999, 10), 'write_off_above_stock'],
    ['a write-off below zero', doubtWriteOff(1, -3), 'write_off_above_stock'],
    ['a large write-off of unknown stock', doubtWriteOff(101, null), 'large_write_off'],
    ['a float of 99,999,999,999', isTooLarge(9_999_999_999_900), true],
    ['a large but possible amount', isTooLarge(10_000_000_000), false],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
