import { roundRatio } from '../base/round-ratio.ts';
import type { AppliedTax } from './exact-taxes.ts';
import { taxAmounts } from './round-taxes.ts';
import { type Exemption, type TaxRules, taxesOfLine } from './tax-rules.ts';
import type { LineTax } from './tax.ts';

/** A line after all discounts, before its taxes. */
export interface UntaxedLine {
  readonly taxClass: string;
  /** In minor units; with its taxes where prices include them. */
  readonly amountMinor: number;
  readonly quantity: number;
  readonly quantityDecimals: number;
}

export interface TaxCase {
  readonly pricesIncludeTax: boolean;
  readonly taxes: TaxRules;
  /** Of which taxes the customer's certificate frees them. */
  readonly exemption?: Exemption;
}

/** What a tax is reckoned on: the part of the net amount within its bounds, and earlier taxes where it is compound. */
function baseOf(tax: AppliedTax, netMinor: number, earlierMinor: number, line: UntaxedLine): number {
  const compounded = tax.compound ? earlierMinor : 0;
  if (tax.fromMinor === 0 && tax.toMinor === null) return netMinor + compounded;
  const steps = 10n ** BigInt(line.quantityDecimals);
  const quantity = BigInt(Math.abs(line.quantity));
  const net = BigInt(Math.abs(netMinor)) * steps;
  const to = tax.toMinor === null ? net : BigInt(tax.toMinor) * quantity;
  const top = net < to ? net : to;
  const from = BigInt(tax.fromMinor) * quantity;
  const base = Number(roundRatio(top > from ? top - from : 0n, steps));
  return (netMinor < 0 ? -base : base) + compounded;
}

function withBases(taxes: readonly AppliedTax[], amounts: readonly number[], line: UntaxedLine, inclusive: boolean): LineTax[] {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const netMinor = inclusive ? line.amountMinor - sum : line.amountMinor;
  let earlierMinor = 0;
  return taxes.map((tax, index) => {
    const amountMinor = amounts[index] ?? 0;
    const baseMinor = baseOf(tax, netMinor, earlierMinor, line);
    earlierMinor += amountMinor;
    return { code: tax.code, ratePpm: tax.ratePpm, baseMinor, amountMinor };
  });
}

/** Written out: to spread a line costs more here than its taxes do. */
const withTaxes = ({ taxClass, amountMinor, quantity, quantityDecimals }: UntaxedLine, taxes: readonly AppliedTax[]) => ({
  taxClass,
  amountMinor,
  quantity,
  quantityDecimals,
  taxes,
});

/** The taxes of each line of a sale, as it keeps them (rule M1). */
export function lineTaxes(lines: readonly UntaxedLine[], { pricesIncludeTax, taxes: rules, exemption }: TaxCase): LineTax[][] {
  const taxed = lines.map((line) => withTaxes(line, taxesOfLine(rules, line, exemption)));
  const amounts = taxAmounts(taxed, { inclusive: pricesIncludeTax, rounding: rules.rounding, codes: rules.codes });
  return taxed.map((line, index) => withBases(line.taxes, amounts[index] ?? [], line, pricesIncludeTax));
}

/**
 * What of each line's price a customer with a certificate does not pay, in minor units: the taxes that it frees them of, where
 * prices include them. Prices without tax stay as they are.
 */
export function exemptTaxes(lines: readonly UntaxedLine[], { pricesIncludeTax, taxes: rules, exemption = [] }: TaxCase): number[] {
  if (!pricesIncludeTax || exemption.length === 0) return lines.map(() => 0);
  const taxed = lines.map((line) => withTaxes(line, taxesOfLine(rules, line)));
  const amounts = taxAmounts(taxed, { inclusive: true, rounding: rules.rounding, codes: rules.codes });
  return taxed.map(({ taxes }, index) =>
    taxes.reduce((sum, { code }, at) => (exemption === 'all' || exemption.includes(code) ? sum + (amounts[index]?.[at] ?? 0) : sum), 0),
  );
}
