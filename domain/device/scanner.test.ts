import { expect, it } from 'vitest';
import { lineScanners } from './scanner.ts';

const SERIAL = { driver: 'line', end: 'cr', serial: 'COM7', baud: 9_600, dataBits: 8, parity: 'none', flow: 'none' };
const NETWORK = { driver: 'line', end: 'tab', host: '10.0.0.9', port: 4001 };
const FIRST = { driver: 'simulator', number: 1 };

it.each([
  ['no scanner', []],
  ['one at a serial port', [SERIAL]],
  ['one on the network beside simulated ones', [NETWORK, FIRST, { ...FIRST, number: 2 }]],
  ['two behind one adapter', [NETWORK, { ...NETWORK, port: 4002 }]],
])('takes %s', (_what, scanners) => {
  expect(lineScanners.safeParse(scanners).success).toBe(true);
});

it.each([
  ['two at one port, whatever their speeds', [SERIAL, { ...SERIAL, baud: 115_200, end: 'lf' }]],
  ['one simulated scanner twice', [FIRST, FIRST]],
  ['a third simulated scanner', [{ ...FIRST, number: 3 }]],
  ['a line without an end', [{ ...SERIAL, end: undefined }]],
  ['a file that is no serial port', [{ ...SERIAL, serial: '/etc/passwd' }]],
  ['more than lie on a counter', [1, 2, 3, 4, 5].map((port) => ({ ...NETWORK, port }))],
])('refuses %s', (_what, scanners) => {
  expect(lineScanners.safeParse(scanners).success).toBe(false);
});
