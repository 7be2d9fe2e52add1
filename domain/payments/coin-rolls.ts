/**
 * How many coins banks put into a roll, by the value of a coin in minor units. USD and CAD: the standard of the Federal Reserve and of
 * Canadian banks. EUR: the rolls of the euro's first issue, 50, 40 and 25. CHF and JPY: the rolls of their banks. Britain and others have
 * bags.
 */
const PIECES: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  CAD: { 5: 40, 10: 50, 25: 40, 100: 25, 200: 25 },
  CHF: { 5: 50, 10: 50, 20: 50, 50: 50, 100: 50, 200: 50, 500: 25 },
  EUR: { 1: 50, 2: 50, 5: 50, 10: 40, 20: 40, 50: 40, 100: 25, 200: 25 },
  JPY: { 1: 50, 5: 50, 10: 50, 50: 50, 100: 50, 500: 50 },
  USD: { 1: 50, 5: 40, 10: 50, 25: 40 },
};

/** A kind of roll: coins of one value, in minor units, and how many there are in it. */
export interface CoinRoll {
  readonly valueMinor: number;
  readonly pieces: number;
}

/** The rolls of a currency, the largest coins first; none where banks have no standard for them. */
export function coinRolls(currency: string): CoinRoll[] {
  const rolls = Object.entries(PIECES[currency] ?? {}).map(([value, pieces]) => ({ valueMinor: Number(value), pieces }));
  return rolls.sort((a, b) => b.valueMinor - a.valueMinor);
}
