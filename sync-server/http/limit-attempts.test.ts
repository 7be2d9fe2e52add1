import { expect, it } from 'vitest';
import { createAttemptLimit } from './limit-attempts.ts';

it('lets each address fail so many times in a time, and then again when the time is over', () => {
  let now = 0;
  const limit = createAttemptLimit({ attempts: 2, perMs: 1000 }, () => now);
  limit.failed('a');
  now = 400;
  limit.failed('a');
  expect([limit.waitFor('a'), limit.waitFor('b')]).toEqual([600, 0]);
  now = 1000;
  expect(limit.waitFor('a')).toBe(0);
  limit.failed('a');
  expect(limit.waitFor('a')).toBe(400);
});
