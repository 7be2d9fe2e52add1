import { z } from 'zod';
import { businessDate, entityId, instant } from '../base/envelope.ts';
import { groupBy } from '../base/group-by.ts';
import { currency, minorAmount } from '../base/money.ts';
import { none, plus, sortSums } from './add-receipts.ts';
import type { Amount } from './report.ts';
import { type AssociateFigures, type Figures, figures, noFigures, type ShiftSummary } from './shift-summary.ts';

/** What was sold and given back, in minor units. */
const part = z.strictObject({
  sales: z.number().int(),
  returns: z.number().int(),
  /** See `netOf`. */
  netMinor: minorAmount,
});

/** What the shifts of some days came to, in one currency. */
export const tillReport = z.strictObject({
  currency,
  /** How many shifts it adds up, the open ones too. */
  shifts: z.number().int(),
  figures,
  /** By business date, the early ones first; a day without a shift is left out. */
  days: z.array(part.extend({ date: businessDate })),
  registers: z.array(part.extend({ registerId: entityId })),
  /** Shifts that are still open: their figures are not final. */
  open: z.array(z.strictObject({ shiftId: entityId, registerId: entityId, openedAt: instant, openedBy: entityId.nullable() })),
});

export type TillReport = z.infer<typeof tillReport>;

/** What customers paid for goods, services and fees, before taxes that come on top and less returns; in minor units. */
export function netOf({ gross, discounts, returnedNetMinor }: Pick<Figures, 'gross' | 'discounts' | 'returnedNetMinor'>): number {
  return gross.minor + Object.values(discounts).reduce((sum, { minor }) => sum + minor, 0) - returnedNetMinor;
}

function addAmount(sum: Amount, one: Amount): void {
  sum.count += one.count;
  sum.minor += one.minor;
}

/** Adds amounts under their names. */
function addNamed(sums: Partial<Record<string, Amount>>, more: Readonly<Partial<Record<string, Amount>>>): void {
  for (const [name, one] of Object.entries(more)) if (one !== undefined) addAmount((sums[name] ??= none()), one);
}

function addMinor(sums: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, minor] of Object.entries(more)) plus(sums, name, minor);
}

function addAssociates(sums: Record<string, AssociateFigures>, more: Figures['associates']): void {
  for (const [id, { sales, watched }] of Object.entries(more)) {
    const sum = (sums[id] ??= { sales: none(), watched: {} });
    addAmount(sum.sales, sales);
    addNamed(sum.watched, watched);
  }
}

function addTaxes(sums: Figures['taxes'], more: Figures['taxes']): void {
  for (const one of more) {
    const sum = sums.find(({ code, ratePpm }) => code === one.code && ratePpm === one.ratePpm);
    if (sum === undefined) sums.push({ ...one });
    else {
      sum.baseMinor += one.baseMinor;
      sum.taxMinor += one.taxMinor;
    }
  }
}

function addTenders(sums: Figures['tenders'], more: Figures['tenders']): void {
  for (const one of more) {
    const sum = sums.find(({ kind, scheme }) => kind === one.kind && scheme === one.scheme);
    if (sum === undefined) sums.push({ ...one, paid: { ...one.paid }, refunded: { ...one.refunded } });
    else {
      addAmount(sum.paid, one.paid);
      addAmount(sum.refunded, one.refunded);
    }
  }
}

const AMOUNTS = ['sales', 'gross', 'giftCardsSold', 'deposits', 'accountPayments', 'exempt', 'returns', 'restockingFees', 'voids'] as const;
const SUMS = ['taxAddedMinor', 'returnedNetMinor', 'roundingMinor'] as const;

function addFigures(sum: Figures, one: Figures): void {
  for (const name of AMOUNTS) addAmount(sum[name], one[name]);
  for (const name of SUMS) sum[name] += one[name];
  addNamed(sum.discounts, one.discounts);
  addNamed(sum.hours, one.hours);
  addMinor(sum.departments, one.departments);
  addMinor(sum.tips, one.tips);
  addTaxes(sum.taxes, one.taxes);
  addTenders(sum.tenders, one.tenders);
  addAssociates(sum.associates, one.associates);
}

function partOf(summaries: readonly ShiftSummary[]): z.infer<typeof part> {
  const sum = { sales: 0, returns: 0, netMinor: 0 };
  for (const { figures: one } of summaries) {
    sum.sales += one.sales.count;
    sum.returns += one.returns.count;
    sum.netMinor += netOf(one);
  }
  return sum;
}

function inCurrency(ofCurrency: string, summaries: readonly ShiftSummary[]): TillReport {
  const sum = noFigures();
  for (const one of summaries) addFigures(sum, one.figures);
  sortSums(sum);
  const byDate = [...groupBy(summaries, (one) => one.businessDate)].sort(([one], [other]) => (one < other ? -1 : 1));
  const byRegister = [...groupBy(summaries, (one) => one.registerId)].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    currency: ofCurrency,
    shifts: summaries.length,
    figures: sum,
    days: byDate.map(([date, ofDate]) => ({ date, ...partOf(ofDate) })),
    registers: byRegister.map(([registerId, ofRegister]) => ({ registerId, ...partOf(ofRegister) })),
    open: summaries
      .filter(({ closedAt }) => closedAt === null)
      .map(({ shiftId, registerId, openedAt, openedBy }) => ({ shiftId, registerId, openedAt, openedBy })),
  };
}

/** Adds shifts up. @returns a report for each currency, as rule M1 adds no two of them; the one with most shifts first. */
export function addUpShifts(summaries: readonly ShiftSummary[]): TillReport[] {
  return [...groupBy(summaries, (one) => one.currency)]
    .map(([ofCurrency, ofIt]) => inCurrency(ofCurrency, ofIt))
    .sort((one, other) => other.shifts - one.shifts);
}
