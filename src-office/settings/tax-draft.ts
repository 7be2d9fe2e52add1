import { ALWAYS, type TaxTable, taxTable } from '../../domain/tax/tax-table.ts';
import { rateText, readRate } from './rate-text.ts';

/** A tax as it stands in the form. */
export interface TaxRow {
  readonly id: number;
  readonly code: string;
  /** A date that is empty has always held. */
  readonly rates: readonly { readonly from: string; readonly percent: string }[];
  /** What the form does not show: caps, compounding. */
  readonly rest: Omit<TaxTable['taxes'][string], 'rates'>;
}

/** A class of goods as it stands in the form. */
export interface ClassRow {
  readonly id: number;
  readonly name: string;
  /** The codes of its taxes, with commas. */
  readonly taxes: string;
}

export interface TaxDraft {
  readonly taxes: readonly TaxRow[];
  readonly classes: readonly ClassRow[];
}

/** A tax without a cap. */
export const PLAIN_TAX: TaxRow['rest'] = { compound: false, fromMinor: 0, toMinor: null };

/** A table as the form shows it. */
export function draftOf({ taxes, classes }: TaxTable): TaxDraft {
  return {
    taxes: Object.entries(taxes).map(([code, { rates, ...rest }], id) => ({
      id,
      code,
      rates: rates.map(({ from, ratePpm }) => ({ from: from === ALWAYS ? '' : from, percent: rateText(ratePpm) })),
      rest,
    })),
    classes: Object.entries(classes).map(([name, borne], id) => ({ id, name, taxes: borne.map(({ tax }) => tax).join(', ') })),
  };
}

/** The codes that a class names. */
export function codesOf(row: ClassRow): string[] {
  return row.taxes
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

function hasTwins(names: readonly string[]): boolean {
  return names.includes('') || new Set(names).size < names.length;
}

/**
 * The table that a form tells; null where a name is missing or stands twice, a rate or a date is wrong, or a class names a tax
 * that there is not.
 * @param before the table that was opened: thresholds of its classes, and holidays, stay.
 */
export function tableOf({ taxes, classes }: TaxDraft, before: TaxTable): TaxTable | null {
  const names = [taxes.map((row) => row.code.trim()), classes.map((row) => row.name.trim())];
  if (names.some(hasTwins)) return null;
  const rates = ({ rates: rows }: TaxRow) =>
    rows.map(({ from, percent }) => ({ from: from.trim() === '' ? ALWAYS : from.trim(), ratePpm: readRate(percent) }));
  const borne = (row: ClassRow) =>
    codesOf(row).map((tax) => before.classes[row.name.trim()]?.find((one) => one.tax === tax) ?? { tax, freeBelowMinor: null });
  const parsed = taxTable.safeParse({
    ...before,
    taxes: Object.fromEntries(taxes.map((row) => [row.code.trim(), { ...row.rest, rates: rates(row) }])),
    classes: Object.fromEntries(classes.map((row) => [row.name.trim(), borne(row)])),
  });
  return parsed.success ? parsed.data : null;
}
