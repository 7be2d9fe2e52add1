import { groupBy } from '../base/group-by.ts';
import type { RateTable } from './settings.ts';

/** What a service of the carrier costs for all parcels of an order. */
export interface Rate {
  readonly service: string;
  readonly name: string;
  /** Days until the parcels are there; null where the table does not say. */
  readonly days: number | null;
  /** In minor units of the currency of the table. */
  readonly minor: number;
}

/** A service that does not take the parcels: it does not go there, or one of them is too heavy for it. */
export interface NoRate {
  readonly name: string;
  readonly why: 'not_there' | 'too_heavy';
}

export interface ComparedRates {
  /** The cheapest first, of two at one price the faster one. */
  readonly rates: readonly Rate[];
  readonly none: readonly NoRate[];
}

type Row = RateTable['rows'][number];

/** Postal codes are compared without what separates their parts. */
const plain = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();

/** How closely a row names an address: the length of the longest postal prefix that fits, 0 for the whole country; null for not at all. */
function fits({ to }: Row, country: string, postalCode: string): number | null {
  const postal = plain(postalCode);
  const lengths = to.flatMap((place) => {
    if (place.country !== country) return [];
    if (place.postal.length === 0) return [0];
    return place.postal.filter((prefix) => postal.startsWith(plain(prefix))).map((prefix) => plain(prefix).length);
  });
  return lengths.length === 0 ? null : Math.max(...lengths);
}

/** The row of a service that names the address most closely, the first of several. */
function rowFor(rows: readonly Row[], country: string, postalCode: string): Row | null {
  let best: { readonly row: Row; readonly length: number } | null = null;
  for (const row of rows) {
    const length = fits(row, country, postalCode);
    if (length !== null && (best === null || length > best.length)) best = { row, length };
  }
  return best?.row ?? null;
}

/** What the parcels cost by a row: each by its own band. Null where one is too heavy for the last band. */
function priceOf({ bands }: Row, weights: readonly number[]): number | null {
  let minor = 0;
  for (const grams of weights) {
    const band = bands.find(({ mostGrams }) => grams <= mostGrams);
    if (band === undefined) return null;
    minor += band.minor;
  }
  return minor;
}

/**
 * Compares what the services of a table of rates cost, without asking a carrier.
 * @param to ISO 3166 country code and postal code. @param weights of the parcels, in grams.
 */
export function compareRates(
  { rows }: Pick<RateTable, 'rows'>,
  to: { readonly country: string; readonly postalCode: string },
  weights: readonly number[],
): ComparedRates {
  const rates: Rate[] = [];
  const none: NoRate[] = [];
  for (const [service, own] of groupBy(rows, (row) => row.service)) {
    const row = rowFor(own, to.country, to.postalCode);
    const name = row?.name ?? own[0]?.name ?? service;
    const minor = row === null ? null : priceOf(row, weights);
    if (row === null || minor === null) none.push({ name, why: row === null ? 'not_there' : 'too_heavy' });
    else rates.push({ service, name, days: row.days, minor });
  }
  rates.sort((a, b) => a.minor - b.minor || (a.days ?? Infinity) - (b.days ?? Infinity) || (a.service < b.service ? -1 : 1));
  return { rates, none };
}
