import { expect, it } from 'vitest';
import { labelPrinter } from './label-printer.ts';

const zpl = { driver: 'zpl', dotsPerMm: 8, widthMm: 101, heightMm: 152 } as const;

it.each([
  { driver: 'none' },
  { driver: 'simulator' },
  { ...zpl, host: '10.0.0.9', port: 9100 },
  { ...zpl, serial: 'COM3', baud: 9600, dataBits: 8, parity: 'none', flow: 'none' },
  { ...zpl, usb: '/dev/usb/lp1' },
])('is %o', (one) => {
  expect(labelPrinter.safeParse(one).success).toBe(true);
});

it.each([
  zpl,
  { ...zpl, host: '10.0.0.9', port: 9100, dotsPerMm: 6 },
  { ...zpl, host: '10.0.0.9', port: 9100, widthMm: 10 },
  { ...zpl, host: '10.0.0.9', port: 9100, heightMm: 1_000 },
  { ...zpl, usb: '/etc/passwd' },
])('is not %o', (one) => {
  expect(labelPrinter.safeParse(one).success).toBe(false);
});
