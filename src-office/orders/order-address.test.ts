import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf, numberIn } from './order-address.ts';

/** What the router makes of an address. */
const routed = (address: string) => decodeURI(address).slice('/orders/'.length);

it('leads back to any number of an order', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (number) => numberIn(routed(addressOf(number))) === number));
});

it.each(['W-1', '#1001', 'S/2026/0001', '100%', 'a%23b', 'ä ß?'])('leads back to %s, in one part of the address', (number) => {
  expect(addressOf(number).split('/')).toHaveLength(3);
  expect(numberIn(routed(addressOf(number)))).toBe(number);
});

it.each(['W-1', '100%'])('takes %s as a person typed it', (typed) => {
  expect(numberIn(typed)).toBe(typed);
});
