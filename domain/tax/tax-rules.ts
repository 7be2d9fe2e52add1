import type { TaxRounding } from './round-taxes.ts';
import type { AppliedTax } from './exact-taxes.ts';
import { ALWAYS, onePerClass, type TaxTable } from './tax-table.ts';

interface ClassTaxRule {
  readonly tax: AppliedTax;
  /** An article that costs less is free of it; null taxes all. */
  readonly freeBelowMinor: number | null;
}

interface ClassRules {
  readonly rules: readonly ClassTaxRule[];
  /** The taxes of a line that nothing is free of: one list for all lines of the class. */
  readonly taxes: readonly AppliedTax[];
  readonly isConditional: boolean;
}

/** What a store's tax table says on one calendar day. */
export interface TaxRules {
  readonly classes: ReadonlyMap<string, ClassRules>;
  /** All codes in the order of the table, which decides who gets a unit that is left over. */
  readonly codes: readonly string[];
  readonly rounding: TaxRounding;
}

/** Taxes from which a customer is exempt: those named, or all. */
export type Exemption = readonly string[] | 'all';

function rateOn(table: TaxTable, code: string, date: string): number {
  return table.taxes[code]?.rates.findLast(({ from }) => from <= date)?.ratePpm ?? 0;
}

/** Below which price an article is free of a tax on this day, by its class's own rule or a holiday; null where it never is. */
function freeBelow({ holidays }: TaxTable, taxClass: string, code: string, own: number | null, date: string): number | null {
  const limits = holidays
    .filter((one) => one.from <= date && date <= one.to && one.classes.includes(taxClass) && one.taxes.includes(code))
    .map((one) => one.belowMinor ?? Number.POSITIVE_INFINITY);
  return limits.length === 0 ? own : Math.max(own ?? 0, ...limits);
}

/**
 * What a tax table says on a day, ready for many sales.
 * @param date the calendar day in the store, YYYY-MM-DD: rates change at its midnight, whatever the business date.
 */
export function taxRulesOn(table: TaxTable, rounding: TaxRounding, date: string): TaxRules {
  const applied = new Map(
    Object.entries(table.taxes).map(([code, { compound, fromMinor, toMinor }]) => [
      code,
      { code, ratePpm: rateOn(table, code, date), compound, fromMinor, toMinor },
    ]),
  );
  const classes = Object.entries(table.classes).map(([name, borne]) => {
    const rules = borne.flatMap(({ tax: code, freeBelowMinor }): ClassTaxRule[] => {
      const tax = applied.get(code);
      return tax === undefined ? [] : [{ tax, freeBelowMinor: freeBelow(table, name, code, freeBelowMinor, date) }];
    });
    const isConditional = rules.some((rule) => rule.freeBelowMinor !== null);
    return [name, { rules, taxes: rules.map((rule) => rule.tax), isConditional }] as const;
  });
  return { classes: new Map(classes), codes: [...applied.keys()], rounding };
}

/** How taxes are rounded where nothing else is said. */
export const STANDARD_ROUNDING: TaxRounding = { scope: 'per_document_per_tax', mode: 'half_up' };

/** Rules in which each class of goods bears one tax of its own name, by parts per million. */
export function oneTaxPerClass(rates: Readonly<Record<string, number>>): TaxRules {
  return taxRulesOn(onePerClass(rates), STANDARD_ROUNDING, ALWAYS);
}

function isFree(freeBelowMinor: number | null, { amountMinor, quantity, quantityDecimals }: ArticlePrice): boolean {
  if (freeBelowMinor === null) return false;
  if (freeBelowMinor === Number.POSITIVE_INFINITY) return true;
  return BigInt(Math.abs(amountMinor)) * 10n ** BigInt(quantityDecimals) < BigInt(freeBelowMinor) * BigInt(Math.abs(quantity));
}

/** What a line's articles cost after all discounts, in minor units for the whole line. */
interface ArticlePrice {
  readonly taxClass: string;
  readonly amountMinor: number;
  readonly quantity: number;
  readonly quantityDecimals: number;
}

const NO_TAXES: readonly AppliedTax[] = [];

/**
 * The taxes of a line. One that a threshold, a holiday or the customer's exemption lifts stays on the line at a rate of zero,
 * so that the sale tells what was exempt.
 */
export function taxesOfLine({ classes }: TaxRules, line: ArticlePrice, exemption: Exemption = []): readonly AppliedTax[] {
  const found = classes.get(line.taxClass);
  if (found === undefined) return NO_TAXES;
  if (exemption.length === 0 && !found.isConditional) return found.taxes;
  return found.rules.map(({ tax, freeBelowMinor }) => {
    const exempt = exemption === 'all' || exemption.includes(tax.code) || isFree(freeBelowMinor, line);
    return exempt ? { ...tax, ratePpm: 0 } : tax;
  });
}
