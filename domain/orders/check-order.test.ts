import { describe, expect, it } from 'vitest';
import { amountFaults } from './check-order.ts';

const line = { sku: 'A', quantity: 3, unitPrice: 333_400, totalMinor: 1089, taxMinor: 89 };

describe('amountFaults', () => {
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
    expect(amountFaults([given]).map((fault) => fault.field)).toEqual(field === null ? [] : [field]);
  });

  it.each([
    ['a price that is too large', { ...line, unitPrice: Number.MAX_SAFE_INTEGER, totalMinor: 1, taxMinor: 0 }],
    ['a total beyond the price', { ...line, totalMinor: 1090 }],
  ])('[M1] says what to send in the units of the interface: %s', (_name, given) => {
    const [{ fix } = { fix: '' }] = amountFaults([given]);
    expect(fix).toContain('"12.50"');
    expect(fix).not.toContain('thousandth');
  });

  it('[M1] names each line that is off, and passes over one that cannot be read', () => {
    const fields = amountFaults([{ ...line, totalMinor: 1090 }, null, { ...line, taxMinor: 9999 }, line]).map(({ field }) => field);
    expect(fields).toEqual(['lines.0.totalMinor', 'lines.2.taxMinor']);
  });

  it.each([
    ['as much as an order may come to', 1_000_000_000_000, 1, []],
    ['a cent more in one line', 1_000_000_000_001, 1, ['lines.0.unitPrice', 'lines']],
    ['a cent more in two lines', 500_000_000_000.5, 2, ['lines']],
    ['a price of 1e15', 1e15, 1, ['lines.0.unitPrice', 'lines']],
  ])('takes no order of more than 10^12: %s', (_name, price, times, fields) => {
    const totalMinor = Math.round(price);
    const huge = { sku: 'A', quantity: 1, unitPrice: Math.min(totalMinor * 1000, Number.MAX_SAFE_INTEGER), totalMinor, taxMinor: 0 };
    expect(amountFaults(Array.from({ length: times }, () => huge)).map(({ field }) => field)).toEqual(fields);
  });
});
