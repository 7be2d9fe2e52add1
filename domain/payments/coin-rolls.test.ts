import { expect, it } from 'vitest';
import { coinRolls } from './coin-rolls.ts';
import { countedPieces } from './denominations.ts';

it.each([
  ['USD', [1000, 500, 200, 50]],
  ['EUR', [5000, 2500, 2000, 800, 400, 250, 100, 50]],
  ['CHF', [12_500, 10_000, 5000, 2500, 1000, 500, 250]],
  // No decimals: a roll of 500-yen coins is 25,000 yen.
  ['JPY', [25_000, 5000, 2500, 500, 250, 50]],
  ['GBP', []],
  ['SAR', []],
])('a roll of each coin in %s is worth %j', (currency, worth) => {
  expect(coinRolls(currency).map(({ valueMinor, pieces }) => valueMinor * pieces)).toEqual(worth);
});

it.each(['USD', 'EUR', 'CHF', 'CAD', 'JPY'])('all coins in rolls of %s are coins that are counted', (currency) => {
  const { coins } = countedPieces(currency);
  expect(coinRolls(currency).filter(({ valueMinor }) => !coins.includes(valueMinor))).toEqual([]);
});
