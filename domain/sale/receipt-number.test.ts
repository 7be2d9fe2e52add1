import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReceiptNumber, parseReceiptNumber } from './receipt-number.ts';
import { receiptNumber } from './sale.ts';

describe('receipt number', () => {
  it('[J7] is written and read back, for every prefix and count', () => {
    const prefix = fc.stringMatching(/^[A-Z0-9]{1,8}$/);
    fc.assert(
      fc.property(prefix, fc.integer({ min: 1, max: 999_999_999_999 }), (letters, count) => {
        const text = formatReceiptNumber(letters, count);
        expect(receiptNumber.parse(text)).toBe(text);
        expect(parseReceiptNumber(text)).toEqual({ prefix: letters, count });
        expect(parseReceiptNumber(` ${text.toLowerCase()} `)).toEqual({ prefix: letters, count });
      }),
    );
  });

  it.each(['', 'A1', 'A1-', '-1', 'A1-12a', 'TOOLONGPREFIX-1', 'A 1-1', 'WEB-1-2'])('%j is none', (text) => {
    expect(parseReceiptNumber(text)).toBeNull();
  });

  it('is six digits wide until it needs more', () => {
    expect([1, 999_999, 1_000_000].map((count) => formatReceiptNumber('A1', count))).toEqual(['A1-000001', 'A1-999999', 'A1-1000000']);
  });
});
