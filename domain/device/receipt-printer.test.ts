import { expect, it } from 'vitest';
import { receiptPrinter } from './receipt-printer.ts';

const PLACE = { host: '10.0.0.7', port: 9100, columns: 48, drawerOpenIs: 'low' };

it.each([
  [{ driver: 'none' }, true],
  [{ driver: 'simulator' }, true],
  [{ driver: 'escpos', ...PLACE, proof: 'job' }, true],
  [{ driver: 'escpos', ...PLACE }, false],
  [{ driver: 'star', ...PLACE }, true],
  // A printer of Star counts; it is asked for no other proof.
  [{ driver: 'star', ...PLACE, proof: 'job' }, false],
  [{ driver: 'star', ...PLACE, columns: 40 }, false],
])('%j is a receipt printer: %s', (one, isOne) => {
  expect(receiptPrinter.safeParse(one).success).toBe(isOne);
});
