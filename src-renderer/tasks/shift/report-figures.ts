import type { ShiftReport, TenderSum } from '../../../domain/reports/report.ts';
import { formatMoney, formatNumber } from '../../kit/format-money.ts';
import { formatShare } from '../../kit/format-share.ts';
import { knownWords, words } from '../../words/words.ts';
import { cardName } from '../../kit/card-name.ts';
import { cashReason, type Figure } from './shift-figures.ts';

/** What customers paid for goods, services and fees, before taxes that come on top and less returns; in minor units. */
export function netOf({ gross, discounts, returnedNetMinor }: Pick<ShiftReport, 'gross' | 'discounts' | 'returnedNetMinor'>): number {
  return gross.minor + Object.values(discounts).reduce((sum, { minor }) => sum + minor, 0) - returnedNetMinor;
}

/** What came in altogether, in minor units. */
export function takenIn({ sales, returns, roundingMinor }: ShiftReport): number {
  return sales.minor - returns.minor + roundingMinor;
}

/** What a tender is called. */
export function tenderName({ kind, scheme }: Pick<TenderSum, 'kind' | 'scheme'>): string {
  if (kind === 'cash') return words('sale.cash');
  if (kind === 'card') return cardName({ scheme, lastFour: null });
  return knownWords(`payment.kind.${kind}`) ?? knownWords(`report.tender.${kind}`) ?? kind.replaceAll('_', ' ');
}

/** The ledger of the report: what was sold, taken off, given back and taxed; the last is what came in. Lines of nothing are left out. */
export function totalFigures(report: ShiftReport, nameOf: (id: string) => string): Figure[] {
  const { currency, gross, discounts, returns, voids, taxAddedMinor, giftCardsSold, deposits, accountPayments } = report;
  const { exempt, roundingMinor, taxes } = report;
  const money = (minor: number) => formatMoney(minor, currency);
  const discountMinor = Object.values(discounts).reduce((sum, { minor }) => sum + minor, 0);
  const some = (minor: number, label: string): Figure[] => (minor === 0 ? [] : [[label, money(minor)]]);
  return [
    [words('report.beforeDiscounts'), money(gross.minor)],
    ...some(discountMinor, words('report.discounts')),
    ...some(taxAddedMinor, words('report.taxAdded')),
    ...some(giftCardsSold.minor, words('report.giftCards')),
    ...some(deposits.minor, words('report.deposits')),
    ...some(accountPayments.minor, words('report.accountPayments')),
    ...some(-returns.minor, words('report.returns')),
    ...some(-voids.minor, words('report.ofWhichVoided')),
    ...some(roundingMinor, words('report.rounding')),
    [words('report.takenIn'), money(takenIn(report))],
    ...taxes.map(({ code, ratePpm, baseMinor, taxMinor }): Figure => {
      const base = money(baseMinor);
      return [
        code === '' ? words('report.taxOfReturns', { base }) : words('report.tax', { code, rate: formatShare(ratePpm), base }),
        money(taxMinor),
      ];
    }),
    ...Object.entries(report.tips).flatMap(([id, minor]) => some(minor, `${words('report.tips')} · ${nameOf(id)}`)),
    ...some(exempt.minor, words('report.exempt')),
  ];
}

const countOf = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** What somebody who answers for the day looks at: how often, and how much or why. */
export function worthALook(report: ShiftReport, nameOf: (id: string) => string): Figure[] {
  const { currency, reduced, cleared, discounts, noSales, approvals, offlineCards, unansweredCards, moves } = report;
  const amount = (count: number, minor: number) => `${formatNumber(count)} · ${formatMoney(minor, currency)}`;
  const named = (counts: Readonly<Record<string, number>>, name: (key: string) => string) =>
    [formatNumber(countOf(counts)), ...Object.keys(counts).map(name)].join(' · ');
  const overrides = discounts['price_override'];
  const moved = moves.reduce((sum, one) => sum + (one.kind === 'pay_in' ? one.amountMinor : -one.amountMinor), 0);
  const rows: (Figure | null)[] = [
    reduced.count === 0 ? null : [words('report.reduced'), amount(reduced.count, reduced.minor)],
    cleared.count === 0 ? null : [words('report.cleared'), amount(cleared.count, cleared.minor)],
    overrides === undefined ? null : [words('report.overrides'), amount(overrides.count, overrides.minor)],
    countOf(noSales) === 0 ? null : [words('report.noSales'), named(noSales, (reason) => cashReason(reason) ?? reason)],
    countOf(approvals) === 0 ? null : [words('report.approvals'), named(approvals, nameOf)],
    moves.length === 0 ? null : [words('report.moves'), amount(moves.length, moved)],
    offlineCards.count === 0 ? null : [words('report.offlineCards'), amount(offlineCards.count, offlineCards.minor)],
    unansweredCards.count === 0 ? null : [words('report.unansweredCards'), amount(unansweredCards.count, unansweredCards.minor)],
  ];
  return rows.filter((row) => row !== null);
}

/** By what an auditor finds the shift again in the journal. */
export function proofFigures(report: ShiftReport): Figure[] {
  const { receipts, firstSeq, lastSeq, closed, currency } = report;
  const range = (first: string, last: string) => words('report.range', { first, last });
  const totals = closed?.totals ?? null;
  return [
    ...(receipts.first === null || receipts.last === null
      ? []
      : [[words('report.receipts'), range(receipts.first, receipts.last)] as const]),
    [words('report.entries'), range(formatNumber(firstSeq), formatNumber(lastSeq))],
    ...(totals === null
      ? []
      : [
          [words('report.grandTotal'), formatMoney(totals.grandSalesMinor, currency)] as const,
          [words('report.grandReturns'), formatMoney(totals.grandReturnsMinor, currency)] as const,
        ]),
  ];
}
