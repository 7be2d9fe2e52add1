import { expect, it } from 'vitest';
import { receiptPrinter } from './receipt-printer.ts';

const REST = { columns: 48, drawerOpenIs: 'low' };
const LINE = { serial: '/dev/ttyUSB0', baud: 19_200, dataBits: 8, parity: 'none', flow: 'rts_cts' };
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
  [{ driver: 'escpos', ...REST, ...LINE, proof: 'paper' }, true],
  [{ driver: 'escpos', ...REST, usb: '/dev/usb/lp0', proof: 'paper' }, true],
  [{ driver: 'star', ...REST, ...LINE }, true],
  [{ driver: 'star', ...REST, usb: '/dev/usb/lp1' }, true],
  // Two ways at once, or none.
  [{ driver: 'star', ...PLACE, ...LINE }, false],
  [{ driver: 'star', ...REST }, false],
])('%j is a receipt printer: %s', (one, isOne) => {
  expect(receiptPrinter.safeParse(one).success).toBe(isOne);
});
