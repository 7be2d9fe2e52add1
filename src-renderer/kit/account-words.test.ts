import { expect, it } from 'vitest';
import { accountFacts } from './account-words.ts';

it.each([
  [-40_000, 100_000, 'Owes $400.00 · limit $1,000.00 · $600.00 left'],
  [0, 100_000, 'Owes nothing · limit $1,000.00 · $1,000.00 left'],
  [5_000, 100_000, '$50.00 to their credit · limit $1,000.00 · $1,050.00 left'],
  [-130_000, 100_000, 'Owes $1,300.00 · limit $1,000.00 · $300.00 over the limit'],
])('an account with a balance of %i says what is owed and what is left', (balanceMinor, limitMinor, said) => {
  expect(accountFacts({ balanceMinor, limitMinor, currency: 'USD' })).toBe(said);
});
