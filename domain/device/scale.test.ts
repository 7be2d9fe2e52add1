import { expect, it } from 'vitest';
import { scale } from './scale.ts';

const real = { driver: 'nci', host: '192.168.1.41', port: 4001 } as const;

it.each([
  ['an address with a path', { ...real, host: 'scale/1' }],
  ['an address with a user', { ...real, host: 'me@scale' }],
  ['no host', { ...real, host: '' }],
  ['port 0', { ...real, port: 0 }],
  ['more than a driver needs', { driver: 'none', host: 'scale' }],
  ['a driver that nobody has', { driver: 'other' }],
])('a scale is not described by %s', (_what, value) => {
  expect(scale.safeParse(value).success).toBe(false);
});

it.each([{ driver: 'none' }, { driver: 'simulator' }, real, { ...real, host: 'scale-1.local' }])('a scale is %j', (value) => {
  expect(scale.parse(value)).toEqual(value);
});
