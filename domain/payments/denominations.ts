import { currencyDecimals, isKnownCurrency } from '../base/iso-4217.ts';

/** Notes and larger coins that people carry, in whole units of the currency. Notes that hardly anybody has are left out. */
const CARRIED: Readonly<Record<string, readonly number[]>> = {
  AUD: [1, 2, 5, 10, 20, 50, 100],
  BRL: [1, 2, 5, 10, 20, 50, 100],
  CAD: [1, 2, 5, 10, 20, 50, 100],
  CHF: [1, 2, 5, 10, 20, 50, 100, 200],
  CLP: [100, 500, 1000, 2000, 5000, 10_000, 20_000],
  CNY: [1, 5, 10, 20, 50, 100],
  CZK: [10, 20, 50, 100, 200, 500, 1000, 2000],
  DKK: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  EUR: [1, 2, 5, 10, 20, 50, 100],
  GBP: [1, 2, 5, 10, 20, 50],
  HKD: [1, 2, 5, 10, 20, 50, 100, 500],
  HUF: [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000],
  ILS: [1, 2, 5, 10, 20, 50, 100, 200],
  INR: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  ISK: [50, 100, 500, 1000, 2000, 5000, 10_000],
  JPY: [100, 500, 1000, 5000, 10_000],
  KRW: [100, 500, 1000, 5000, 10_000, 50_000],
  KWD: [0.25, 0.5, 1, 5, 10, 20],
  MXN: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  MYR: [1, 5, 10, 20, 50, 100],
  NOK: [1, 5, 10, 20, 50, 100, 200, 500],
  NZD: [1, 2, 5, 10, 20, 50, 100],
  PLN: [1, 2, 5, 10, 20, 50, 100, 200],
  SEK: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  SGD: [1, 2, 5, 10, 50, 100],
  TRY: [1, 5, 10, 20, 50, 100, 200],
  USD: [1, 5, 10, 20, 50, 100],
  ZAR: [1, 2, 5, 10, 20, 50, 100, 200],
};

/** For other currencies, with and without digits behind the point. */
const WITH_DIGITS = [1, 5, 10, 20, 50, 100];
const WITHOUT_DIGITS = [100, 500, 1000, 5000, 10_000];

/** Coins and notes beside those that people carry, in whole units: a drawer holds these as well. */
const ALSO_COUNTED: Readonly<Record<string, readonly number[]>> = {
  AUD: [0.05, 0.1, 0.2, 0.5],
  BRL: [0.05, 0.1, 0.25, 0.5, 200],
  CAD: [0.05, 0.1, 0.25],
  CHF: [0.05, 0.1, 0.2, 0.5, 1000],
  CLP: [10, 50],
  CNY: [0.1, 0.5],
  CZK: [1, 2, 5, 5000],
  DKK: [0.5, 1000],
  EUR: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 200, 500],
  GBP: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5],
  HKD: [0.1, 0.2, 0.5, 1000],
  HUF: [5, 10, 20],
  ILS: [0.1, 0.5],
  INR: [0.5],
  ISK: [1, 5, 10],
  JPY: [1, 5, 10, 50, 2000],
  KRW: [10, 50],
  KWD: [0.005, 0.01, 0.02, 0.05, 0.1],
  MXN: [0.1, 0.2, 0.5, 1000],
  MYR: [0.05, 0.1, 0.2, 0.5],
  NOK: [1000],
  NZD: [0.1, 0.2, 0.5],
  PLN: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 500],
  SEK: [1000],
  SGD: [0.05, 0.1, 0.2, 0.5, 100],
  TRY: [0.05, 0.1, 0.25, 0.5],
  USD: [0.01, 0.05, 0.1, 0.25],
  ZAR: [0.1, 0.2, 0.5],
};

/** The smallest note, in whole units; what is worth less is a coin. Without an entry, 5. */
const SMALLEST_NOTE: Readonly<Record<string, number>> = {
  BRL: 2,
  CHF: 10,
  CLP: 1000,
  CNY: 1,
  CZK: 100,
  DKK: 50,
  HKD: 10,
  HUF: 500,
  ILS: 20,
  INR: 10,
  ISK: 500,
  JPY: 1000,
  KRW: 1000,
  KWD: 0.25,
  MXN: 20,
  MYR: 1,
  NOK: 50,
  PLN: 10,
  SEK: 20,
  SGD: 2,
  USD: 1,
  ZAR: 10,
};

/** What a drawer is counted in, falling, in minor units. */
export function countedPieces(currency: string): { readonly notes: number[]; readonly coins: number[] } {
  const decimals = isKnownCurrency(currency) ? currencyDecimals(currency) : 2;
  const minor = (value: number) => Math.round(value * 10 ** decimals);
  const also = ALSO_COUNTED[currency] ?? (decimals === 0 ? [1, 5, 10, 50] : [0.01, 0.05, 0.1, 0.5]);
  const all = [...new Set([...carriedMinor(currency), ...also.map(minor)])].sort((a, b) => b - a);
  const smallestNote = minor(SMALLEST_NOTE[currency] ?? 5);
  return { notes: all.filter((value) => value >= smallestNote), coins: all.filter((value) => value < smallestNote) };
}

/** Notes and larger coins that people carry, rising, in minor units. A currency that ISO 4217 does not have counts in hundredths. */
export function carriedMinor(currency: string): number[] {
  const decimals = isKnownCurrency(currency) ? currencyDecimals(currency) : 2;
  const carried = CARRIED[currency] ?? (decimals === 0 ? WITHOUT_DIGITS : WITH_DIGITS);
  return carried.map((value) => Math.round(value * 10 ** decimals));
}
