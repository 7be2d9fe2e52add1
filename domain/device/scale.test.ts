import { expect, it } from 'vitest';
import { scale } from './scale.ts';

/** As many scales are set when they are new. */
const line = { driver: 'nci', serial: 'COM2', baud: 9_600, dataBits: 7, parity: 'even', flow: 'none' } as const;
const real = { driver: 'nci', host: '192.168.1.41', port: 4001 } as const;

it.each([
  ['an address with a path', { ...real, host: 'scale/1' }],
  ['an address with a user', { ...real, host: 'me@scale' }],
  ['no host', { ...real, host: '' }],
  ['port 0', { ...real, port: 0 }],
  ['more than a driver needs', { driver: 'none', host: 'scale' }],
  ['a printer on USB', { driver: 'nci', usb: '/dev/usb/lp0' }],
  ['two places', { ...real, ...line }],
  ['a driver that nobody has', { driver: 'other' }],
])('a scale is not described by %s', (_what, value) => {
  expect(scale.safeParse(value).success).toBe(false);
});

it.each([{ driver: 'none' }, { driver: 'simulator' }, real, { ...real, host: 'scale-1.local' }, line])('a scale is %j', (value) => {
  expect(scale.parse(value)).toEqual(value);
});
