import { largestRemainder } from '../base/largest-remainder.ts';
import { roundRatio, type RoundingMode } from '../base/round-ratio.ts';
import { exactTaxes, type ExactTaxes, type TaxedLine } from './exact-taxes.ts';

/** What is rounded at once: a tax of a line, all taxes of a line, a tax of the sale, or all taxes of the sale. */
export const ROUNDING_SCOPES = ['per_line_per_tax', 'per_line_combined', 'per_document_per_tax', 'per_document_combined'] as const;

export interface TaxRounding {
  readonly scope: (typeof ROUNDING_SCOPES)[number];
  readonly mode: RoundingMode;
}

const sumOf = (numbers: readonly bigint[]) => numbers.reduce((sum, one) => sum + one, 0n);

/**
 * Splits a rounded total by exact amounts, in proportion to them. Where goods come back on the same document, sums may be near
 * zero and say nothing about the parts: then each part keeps its exact amount, and what is over goes by largest remainder.
 */
function split(total: bigint, numerators: readonly bigint[], denominator: bigint): bigint[] {
  const sum = sumOf(numerators);
  const isMixed = numerators.some((one) => one < 0n) && numerators.some((one) => one > 0n);
  if (isMixed || sum === 0n) return largestRemainder(total, numerators, denominator);
  const sign = sum < 0n ? -1n : 1n;
  return largestRemainder(
    total,
    numerators.map((one) => total * one * sign),
    sum * sign,
  );
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** The same fractions, over one denominator for all lines. */
function overOneDenominator(exact: readonly ExactTaxes[]): { readonly lines: (readonly bigint[])[]; readonly denominator: bigint } {
  let denominator = 1n;
  for (const one of new Set(exact.map((taxes) => taxes.denominator)))
    denominator = (denominator / greatestCommonDivisor(denominator, one)) * one;
  const lines = exact.map((taxes) => {
    const factor = denominator / taxes.denominator;
    return factor === 1n ? taxes.numerators : taxes.numerators.map((numerator) => numerator * factor);
  });
  return { lines, denominator };
}

/** Where the fractions of one tax of the sale stand. */
interface Column {
  readonly cells: { readonly line: number; readonly at: number }[];
  readonly numerators: bigint[];
}

function columnsOf(lines: readonly TaxedLine[], exact: readonly (readonly bigint[])[], codes: readonly string[]): Column[] {
  const columns = new Map<string, Column>(codes.map((code) => [code, { cells: [], numerators: [] }]));
  lines.forEach((line, index) =>
    line.taxes.forEach(({ code }, at) => {
      const column = columns.get(code) ?? { cells: [], numerators: [] };
      columns.set(code, column);
      column.cells.push({ line: index, at });
      column.numerators.push(exact[index]?.[at] ?? 0n);
    }),
  );
  return [...columns.values()].filter((column) => column.cells.length > 0);
}

function roundDocument(lines: readonly TaxedLine[], exact: readonly ExactTaxes[], codes: readonly string[], rounding: TaxRounding) {
  const { lines: numerators, denominator } = overOneDenominator(exact);
  const columns = columnsOf(lines, numerators, codes);
  const sums = columns.map((column) => sumOf(column.numerators));
  const totals =
    rounding.scope === 'per_document_per_tax'
      ? sums.map((sum) => roundRatio(sum, denominator, rounding.mode))
      : split(roundRatio(sumOf(sums), denominator, rounding.mode), sums, denominator);
  const amounts = lines.map((line) => line.taxes.map(() => 0));
  columns.forEach((column, index) => {
    const shares = split(totals[index] ?? 0n, column.numerators, denominator);
    column.cells.forEach(({ line, at }, position) => {
      const row = amounts[line];
      if (row !== undefined) row[at] = Number(shares[position] ?? 0n);
    });
  });
  return amounts;
}

function roundLine({ numerators, denominator }: ExactTaxes, { scope, mode }: TaxRounding): number[] {
  if (scope === 'per_line_per_tax') return numerators.map((numerator) => Number(roundRatio(numerator, denominator, mode)));
  return split(roundRatio(sumOf(numerators), denominator, mode), numerators, denominator).map(Number);
}

/** Taxes within a price never exceed it: several that are each rounded up can, on a line of a few minor units. */
function withinPrice(amounts: readonly number[], { amountMinor }: TaxedLine): number[] {
  let left = Math.abs(amountMinor);
  return amounts.map((amount) => {
    const kept = Math.min(Math.abs(amount), left);
    left -= kept;
    return Math.sign(amount) * kept || 0;
  });
}

function roundAll(lines: readonly TaxedLine[], exact: readonly ExactTaxes[], codes: readonly string[], rounding: TaxRounding): number[][] {
  if (rounding.scope === 'per_line_per_tax' || rounding.scope === 'per_line_combined') return exact.map((one) => roundLine(one, rounding));
  return roundDocument(lines, exact, codes, rounding);
}

/**
 * The amount of each tax on each line, in minor units, as whole numbers that add up (rule M1): what the scope names is rounded
 * once, and split by largest remainder, over taxes first and then over lines, ties to the earlier one.
 * @param codes all taxes in the order in which ties are decided.
 */
export function taxAmounts(
  lines: readonly TaxedLine[],
  options: { readonly inclusive: boolean; readonly rounding: TaxRounding; readonly codes: readonly string[] },
): number[][] {
  const exact = lines.map((line) => exactTaxes(line, options.inclusive));
  const amounts = roundAll(lines, exact, options.codes, options.rounding);
  return options.inclusive ? lines.map((line, index) => withinPrice(amounts[index] ?? [], line)) : amounts;
}
