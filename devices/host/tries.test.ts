import { expect, it } from 'vitest';
import { createTries } from './tries.ts';

it('three wrong tries are free of charge, and each after them has to wait longer, up to a minute', () => {
  let now = 0;
  const tries = createTries(() => now);
  const waits = Array.from({ length: 12 }, () => {
    tries.wrong();
    return tries.waitMs();
  });
  expect(waits).toEqual([0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000]);
  now = 59_000;
  expect(tries.waitMs()).toBe(1_000);
  now = 61_000;
  expect(tries.waitMs()).toBe(0);
  tries.right();
  tries.wrong();
  expect(tries.waitMs()).toBe(0);
});
