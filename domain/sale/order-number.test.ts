import { describe, expect, it } from 'vitest';
import { receiptOfOrderNumber, saleOrderNumber } from './order-number.ts';

describe('the number of an order of a sale', () => {
  it('is that of its receipt and its place', () => {
    expect(saleOrderNumber('A1-000042', 0)).toBe('A1-000042/1');
    expect(receiptOfOrderNumber(' a1-000042/12 ')).toBe('A1-000042');
  });

  it.each(['A1-000042', 'W-1', 'S/2026/0001', '/1', 'A1-000042/', 'A1-000042/1a'])('is not %s', (number) => {
    expect(receiptOfOrderNumber(number)).toBeNull();
  });
});
