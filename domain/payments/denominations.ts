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

/** Notes and larger coins that people carry, rising, in minor units. A currency that ISO 4217 does not have counts in hundredths. */
export function carriedMinor(currency: string): number[] {
  const decimals = isKnownCurrency(currency) ? currencyDecimals(currency) : 2;
  const carried = CARRIED[currency] ?? (decimals === 0 ? WITHOUT_DIGITS : WITH_DIGITS);
  return carried.map((value) => Math.round(value * 10 ** decimals));
}
