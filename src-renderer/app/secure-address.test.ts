import { expect, it } from 'vitest';
import { ownMachineAddress, secureAddress } from './secure-address.ts';

it.each([
  ['http://192.168.1.5:4680/#/sale', 'https://192.168.1.5:4680', 'http://localhost:4680'],
  ['http://shop-server/', 'https://shop-server', 'http://localhost'],
  ['http://[2001:db8::1]:4680/', 'https://[2001:db8::1]:4680', 'http://localhost:4680'],
])('%s works at %s, and on the machine itself at %s', (opened, secure, own) => {
  expect([secureAddress(new URL(opened)), ownMachineAddress(new URL(opened))]).toEqual([secure, own]);
});
