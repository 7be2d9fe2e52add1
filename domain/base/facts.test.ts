import { expect, it } from 'vitest';
import { facts, LONGEST_FACT, storedFacts } from './facts.ts';

it('facts are stored as they are, but for what is too long', () => {
  const told = { order: 'WEB-1', line: 3, long: 'x'.repeat(LONGEST_FACT), longer: 'x'.repeat(LONGEST_FACT + 1) };
  expect(storedFacts(told)).toEqual({ ...told, longer: 'x'.repeat(LONGEST_FACT) });
});

it('a fact is never cut inside of a character: a database takes no half of one', () => {
  const stored = storedFacts({ name: `${'x'.repeat(LONGEST_FACT - 1)}😀` });
  expect(stored).toEqual({ name: 'x'.repeat(LONGEST_FACT - 1) });
  expect(facts.safeParse(stored).success).toBe(true);
});
