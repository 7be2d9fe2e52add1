import type { BrandTotals, TerminalTotals } from '../payments/terminal-totals.ts';
import { none } from './add-receipts.ts';
import type { Amount, ShiftReport } from './report.ts';

/** One brand of cards by the till and by the terminal: what was paid less what went back, in minor units. */
export interface BrandCompared {
  /** Empty where no brand was told. */
  readonly scheme: string;
  readonly tillMinor: number;
  readonly terminalMinor: number;
}

/** What may explain that till and terminal differ, the likeliest first. */
export type TerminalHint =
  | 'not_of_shift'
  | 'unanswered'
  | 'offline'
  | 'other_currency'
  | 'terminal_has_more'
  | 'till_has_more'
  | 'brands_differ';

/** What a terminal says that it took, beside what it told the till payment by payment. Minor units of the shift's currency. */
export interface TerminalCompared {
  readonly till: Amount;
  readonly terminal: Amount;
  /** By the terminal less by the till. */
  readonly differenceMinor: number;
  /** The brands that differ; none where the terminal does not split by brand. */
  readonly brands: readonly BrandCompared[];
  readonly hints: readonly TerminalHint[];
}

const keyOf = (scheme: string | null) => (scheme ?? '').trim().toLowerCase();
const netOf = ({ paid, refunded }: Pick<BrandTotals, 'paid' | 'refunded'>) => paid.minor - refunded.minor;

function byBrand(sums: Iterable<readonly [scheme: string | null, minor: number]>): Map<string, number> {
  const brands = new Map<string, number>();
  for (const [scheme, minor] of sums) brands.set(keyOf(scheme), (brands.get(keyOf(scheme)) ?? 0) + minor);
  return brands;
}

type Compared = Pick<ShiftReport, 'currency' | 'terminals' | 'brands' | 'unansweredCards' | 'offlineCards'>;

function hintsOf(report: Compared, isOfShift: boolean, hasOthers: boolean, differenceMinor: number): TerminalHint[] {
  return [
    ...(isOfShift ? [] : (['not_of_shift'] as const)),
    ...(report.unansweredCards.count > 0 ? (['unanswered'] as const) : []),
    ...(report.offlineCards.count > 0 ? (['offline'] as const) : []),
    ...(hasOthers ? (['other_currency'] as const) : []),
    differenceMinor === 0 ? 'brands_differ' : differenceMinor > 0 ? 'terminal_has_more' : 'till_has_more',
  ];
}

/**
 * Compares a terminal's own totals with those of the till. Refunds, reversals and payments that no bank has confirmed are in both.
 * @returns null where the terminal told nothing.
 */
export function compareTerminal(report: Compared, totals: TerminalTotals): TerminalCompared | null {
  if (totals.result === 'not_told') return null;
  const { terminalId, isOfShift } = totals;
  const till = report.terminals[terminalId] ?? none();
  const told = totals.brands.filter(({ currency }) => currency === report.currency);
  const terminal = none();
  for (const brand of told) {
    terminal.count += brand.paid.count + brand.refunded.count;
    terminal.minor += netOf(brand);
  }
  const differenceMinor = terminal.minor - till.minor;
  const theirs = byBrand(told.map((one) => [one.scheme, netOf(one)] as const));
  const ours = byBrand(Object.entries(report.brands[terminalId] ?? {}).map(([scheme, sums]) => [scheme, netOf(sums)] as const));
  // Without all names on one side, brands are not compared where the whole agrees: a refund of an earlier shift has no brand at the till.
  const isSplit = told.some(({ scheme }) => scheme !== null) && (differenceMinor !== 0 || !ours.has(''));
  const brands = [...new Set([...ours.keys(), ...theirs.keys()])]
    .sort()
    .map((scheme) => ({ scheme, tillMinor: ours.get(scheme) ?? 0, terminalMinor: theirs.get(scheme) ?? 0 }))
    .filter(({ tillMinor, terminalMinor }) => isSplit && tillMinor !== terminalMinor);
  const differs = differenceMinor !== 0 || brands.length > 0;
  const hasOthers = told.length < totals.brands.length;
  return { till, terminal, differenceMinor, brands, hints: differs ? hintsOf(report, isOfShift, hasOthers, differenceMinor) : [] };
}
