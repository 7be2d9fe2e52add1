import { expect, it } from 'vitest';
import { appAddress, standIn } from './addresses.ts';
import { readClone, writeClone } from './clone.ts';

it.each([
  ['nothing', [null, undefined]],
  ['numbers', [1, -0.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 2n ** 70n]],
  ['texts', ['', 'naïve “text”\n', '["date",0]']],
  ['dates', [new Date(0), new Date('2026-02-28T23:59:59.999Z')]],
  ['maps and sets', [new Map<unknown, unknown>([[{ a: 1 }, new Set([1, undefined])]])]],
  ['bytes', [Uint8Array.of(0, 255)]],
  ['objects in lists in objects', { a: [{ b: undefined, c: [['date', 0]] }], undefined: null }],
])('%s pass between the worlds as they are', (_what, value) => {
  expect(readClone(writeClone(value))).toStrictEqual(value);
});

it('an error keeps its name and its message', () => {
  const read = readClone(writeClone(new RangeError('too far')));
  expect([read instanceof Error, (read as Error).name, (read as Error).message]).toEqual([true, 'RangeError', 'too far']);
});

it.each([
  ['a function', () => 1],
  ['a function inside', { a: [() => 1] }],
  ['a symbol', Symbol('s')],
])('%s does not pass', (_what, value) => {
  expect(() => writeClone(value)).toThrow('could not be cloned');
});

it.each([
  ['app://bundle/', 'https://bundle.app.test/'],
  ['app://bundle/sale?x=1#y', 'https://bundle.app.test/sale?x=1#y'],
])('%s lives at %s, and the app never sees it', (own, address) => {
  expect([standIn(own), appAddress(address)]).toEqual([address, own]);
});

it.each(['https://pool.example/v1', 'http://127.0.0.1:4100/', 'about:blank'])('%s stays as it is', (address) => {
  expect([standIn(address), appAddress(address)]).toEqual([address, address]);
});
