import { expect, it } from 'vitest';
import { dueAt } from './promise.ts';

it('a pickup is due when it was promised, else by the rule of its store', () => {
  const placedAt = '2026-03-02T09:00:00.000Z';
  expect(dueAt({ placedAt, promisedAt: '2026-03-02T12:30:00.000Z' }, 120)).toBe(Date.parse('2026-03-02T12:30:00.000Z'));
  expect(dueAt({ placedAt }, 120)).toBe(Date.parse('2026-03-02T11:00:00.000Z'));
});
