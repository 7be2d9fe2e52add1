import { expect, it } from 'vitest';
import { isTrivialPin, makePin } from './pin.ts';

it.each(['0000', '1234', '4321', '111111', '123456', '654321', '890123', '121212', '123123', '210987'])('[A1] %s is trivial', (pin) => {
  expect(isTrivialPin(pin)).toBe(true);
});

it.each(['4711', '135790', '112233', '100000', '123457'])('[A1] %s is not trivial', (pin) => {
  expect(isTrivialPin(pin)).toBe(false);
});

it('[A1] makes a PIN of six digits, and draws again where it is trivial', () => {
  const drawn = [111111, 234567, 907314];
  const bounds: number[][] = [];
  const pin = makePin((from, to) => {
    bounds.push([from, to]);
    return drawn[bounds.length - 1] ?? 0;
  });
  expect([pin, bounds]).toEqual(['907314', Array.from({ length: 3 }, () => [100_000, 1_000_000])]);
});
