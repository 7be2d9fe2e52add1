import { expect, it } from 'vitest';
import { poleDisplay, poleText } from './pole.ts';

const AT = { driver: 'network', commands: 'cd5220', host: '10.0.0.8', port: 9100, codePage: 'cp858' };
const LINE = { serial: 'COM4', baud: 9_600, dataBits: 8, parity: 'none', flow: 'none' };
const ON_LINE = { driver: 'serial', commands: 'cd5220', codePage: 'cp858', ...LINE };

it.each([{ driver: 'none' }, { driver: 'simulator' }, AT, { ...AT, commands: 'epson' }, ON_LINE])('takes %j', (one) => {
  expect(poleDisplay.safeParse(one).success).toBe(true);
});

it.each([
  ['no address', { driver: 'network', commands: 'cd5220' }],
  ['a port that is none', { ...AT, port: 0 }],
  ['a set of characters that no driver knows', { ...AT, codePage: 'utf8' }],
  ['a serial port for a display on the network', { ...AT, ...LINE }],
  ['more than a driver needs', { ...AT, driver: 'simulator' }],
])('refuses %s', (_what, one) => {
  expect(poleDisplay.safeParse(one).success).toBe(false);
});

it('has two lines', () => {
  const line = { start: 'Tea', end: '1.00' };
  expect([[line], [line, line], [line, line, line]].map((lines) => poleText.safeParse(lines).success)).toEqual([false, true, false]);
});
