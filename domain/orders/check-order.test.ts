import { describe, expect, it } from 'vitest';
import { orderAmountError } from './check-order.ts';

const line = { sku: 'A', quantity: 3, unitPrice: 333_400, totalMinor: 1089, taxMinor: 89 };

describe('orderAmountError', () => {
  it.each([
    ['price plus tax', line, null],
    ['a discount', { ...line, totalMinor: 500, taxMinor: 40 }, null],
    ['a gift', { ...line, totalMinor: 0, taxMinor: 0 }, null],
    ['tax within the price', { ...line, totalMinor: 1000, taxMinor: 80 }, null],
    ['more tax than total', { ...line, totalMinor: 80, taxMinor: 81 }, 'lines.0.taxMinor'],
    ['a cent more than the price', { ...line, totalMinor: 1090 }, 'lines.0.totalMinor'],
    ['price in the wrong unit', { ...line, unitPrice: 333 }, 'lines.0.totalMinor'],
    ['a substitute with a price', { ...line, substitutes: [{ sku: 'B', price: { totalMinor: 300, taxMinor: 300 } }] }, null],
    [
      'a substitute with more tax than price',
      { ...line, substitutes: [{ sku: 'B' }, { sku: 'C', price: { totalMinor: 300, taxMinor: 301 } }] },
      'lines.0.substitutes.1.price.taxMinor',
    ],
    ['price beyond exact numbers', { ...line, unitPrice: Number.MAX_SAFE_INTEGER, totalMinor: 1, taxMinor: 0 }, 'lines.0.unitPrice'],
  ])('[M1] %s', (_name, given, field) => {
    expect(orderAmountError({ lines: [given] })?.field ?? null).toBe(field);
  });

  it.each([
    ['a price that is too large', { ...line, unitPrice: Number.MAX_SAFE_INTEGER, totalMinor: 1, taxMinor: 0 }],
    ['a total beyond the price', { ...line, totalMinor: 1090 }],
  ])('[M1] says what to send in the units of the interface: %s', (_name, given) => {
    const fix = orderAmountError({ lines: [given] })?.fix;
    expect(fix).toContain('"12.50"');
    expect(fix).not.toContain('thousandth');
  });

  it('[M1] names the line that is off, and refuses a sum that is no exact number', () => {
    expect(orderAmountError({ lines: [line, { ...line, taxMinor: 9999 }] })?.field).toBe('lines.1.taxMinor');
    const huge = { sku: 'A', quantity: 1000, unitPrice: 9_000_000_000_000, totalMinor: 9_000_000_000_000, taxMinor: 0 };
    expect(orderAmountError({ lines: Array.from({ length: 1100 }, () => huge) })?.field).toBe('lines');
  });
});
