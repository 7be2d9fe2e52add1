import type { LineTax } from './tax.ts';

/** A line of a receipt, as far as taxes ask. */
export interface TaxedAmount {
  readonly taxes: readonly LineTax[];
  /** The sum of its taxes, in minor units; known also where they are not told one by one. */
  readonly taxMinor: number;
  /** With its taxes, in minor units. */
  readonly totalMinor: number;
}

/** What a receipt says of one tax at one rate. */
export interface TaxRow {
  /** Empty for what bears no tax, or one that is not told. */
  readonly code: string;
  /** Parts per million. */
  readonly ratePpm: number;
  readonly netMinor: number;
  readonly taxMinor: number;
}

export interface TaxesByRate {
  /** The highest rate first. */
  readonly rows: readonly TaxRow[];
  /**
   * The row of each line, in the order of the lines: receipts of value-added tax mark each line with it. Null where a line bears
   * several taxes, or a part of its price alone is taxed. There `netMinor` is what each tax was reckoned on, and the rows do not add up to
   * the total.
   */
  readonly rowOf: readonly number[] | null;
}

/** Whether a line bears one tax at most, on all of its price. The shares of a line that came back are rounded one by one. */
function isPlain({ taxes, taxMinor, totalMinor }: TaxedAmount): boolean {
  const [tax, ...more] = taxes;
  return more.length === 0 && (tax === undefined || Math.abs(tax.baseMinor - (totalMinor - taxMinor)) <= 1);
}

const keyOf = ({ code, ratePpm }: Pick<TaxRow, 'code' | 'ratePpm'>) => JSON.stringify([code, ratePpm]);
const NO_TAX = { code: '', ratePpm: 0 } as const;

/** The taxes of a receipt by code and rate, in minor units. Nothing is reckoned anew: it sums what the lines say (rule J9). */
export function taxesByRate(lines: readonly TaxedAmount[]): TaxesByRate {
  const sums = new Map<string, { code: string; ratePpm: number; netMinor: number; taxMinor: number }>();
  const add = ({ code, ratePpm }: Pick<TaxRow, 'code' | 'ratePpm'>, netMinor: number, taxMinor: number) => {
    const key = keyOf({ code, ratePpm });
    const sum = sums.get(key) ?? { code, ratePpm, netMinor: 0, taxMinor: 0 };
    sum.netMinor += netMinor;
    sum.taxMinor += taxMinor;
    sums.set(key, sum);
  };
  const arePlain = lines.every(isPlain);
  for (const { taxes, taxMinor, totalMinor } of lines) {
    if (arePlain || taxes.length === 0) add(taxes[0] ?? NO_TAX, totalMinor - taxMinor, taxMinor);
    else for (const tax of taxes) add(tax, tax.baseMinor, tax.amountMinor);
  }
  const rows = [...sums.values()].sort((one, other) => other.ratePpm - one.ratePpm || one.code.localeCompare(other.code));
  const places = new Map(rows.map((row, index) => [keyOf(row), index]));
  return { rows, rowOf: arePlain ? lines.map(({ taxes }) => places.get(keyOf(taxes[0] ?? NO_TAX)) ?? 0) : null };
}
