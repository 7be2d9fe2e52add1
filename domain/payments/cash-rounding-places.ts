import type { CashRoundingRule } from './cash-rounding.ts';

/** The rule of a place: its currency and how cash is rounded there. Law changes; whoever sets one up checks it. */
export interface CashRoundingPlace {
  readonly currency: string;
  readonly rule: CashRoundingRule;
}

function nearest(currency: string, incrementMinor: number, given: Partial<CashRoundingRule> = {}): CashRoundingPlace {
  return { currency, rule: { incrementMinor, mode: 'half_up', refunds: 'rounded', tiny: 'rounded', ...given } };
}

/** How cash is rounded by country, or by state of the US, as of 2026. */
export const CASH_ROUNDING_PLACES: Readonly<Record<string, CashRoundingPlace>> = {
  AU: nearest('AUD', 5),
  BE: nearest('EUR', 5, { tiny: 'exact' }),
  CA: nearest('CAD', 5),
  CH: nearest('CHF', 5),
  CZ: nearest('CZK', 100),
  DK: nearest('DKK', 50),
  EE: nearest('EUR', 5),
  FI: nearest('EUR', 5),
  HU: nearest('HUF', 500),
  IE: nearest('EUR', 5),
  IL: nearest('ILS', 10),
  IT: nearest('EUR', 5),
  LT: nearest('EUR', 5),
  MY: nearest('MYR', 5),
  NL: nearest('EUR', 5),
  NO: nearest('NOK', 100),
  NZ: nearest('NZD', 10, { mode: 'half_down' }),
  SE: nearest('SEK', 100),
  SK: nearest('EUR', 5, { refunds: 'exact', tiny: 'up' }),
  'US-AL': nearest('USD', 5),
  'US-AZ': nearest('USD', 5),
  'US-NC': nearest('USD', 5),
  'US-NC-DOWN': nearest('USD', 5, { mode: 'down' }),
  ZA: nearest('ZAR', 10, { mode: 'down' }),
};
