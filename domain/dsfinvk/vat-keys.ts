/** Not taxable: money that is moved, gift cards, claims. */
export const NOT_TAXABLE = 5;
/** Taxable, and freed of the tax. */
export const TAX_FREE = 6;
/** The rate is not known any more. */
export const UNKNOWN_RATE = 7;

/** The general and the reduced rate in Germany; the average rates of farmers have keys 3 and 4. */
const GIVEN = new Map([
  [190_000, 1],
  [70_000, 2],
]);
const GIVEN_KEYS: readonly VatKey[] = [
  { key: 1, ratePpm: 190_000, meaning: 'Allgemeiner Steuersatz' },
  { key: 2, ratePpm: 70_000, meaning: 'Ermäßigter Steuersatz' },
  { key: NOT_TAXABLE, ratePpm: 0, meaning: 'Nicht steuerbar' },
  { key: TAX_FREE, ratePpm: 0, meaning: 'Umsatzsteuerfrei' },
  { key: UNKNOWN_RATE, ratePpm: 0, meaning: 'Umsatzsteuer nicht ermittelbar' },
];
/** From here on a company numbers its own rates. */
const FIRST_OWN = 1_000;

/** A key with its rate in parts per million. */
export interface VatKey {
  readonly key: number;
  readonly ratePpm: number;
  readonly meaning: string;
}

/** The keys of the rates that an export holds (`UST_SCHLUESSEL`). Rates that the standard does not name get one of their own. */
export class VatKeys {
  private readonly own = new Map<number, number>();

  /** @param ratePpm parts per million. */
  keyOf(ratePpm: number): number {
    if (ratePpm === 0) return TAX_FREE;
    const given = GIVEN.get(ratePpm);
    if (given !== undefined) return given;
    const key = this.own.get(ratePpm) ?? FIRST_OWN + this.own.size;
    this.own.set(ratePpm, key);
    return key;
  }

  /** All keys, with those that were made so far. */
  all(): VatKey[] {
    return [...GIVEN_KEYS, ...[...this.own].map(([ratePpm, key]) => ({ key, ratePpm, meaning: 'Eigener Steuersatz' }))];
  }
}
