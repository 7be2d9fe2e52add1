import type { ShiftReport } from '../../../domain/reports/report.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import { formatExactMoment, formatLasting } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { parseReceiptNumber } from '../../../domain/sale/receipt-number.ts';
import { counted, type Figure } from '../../kit/reports/total-figures.ts';
import { cashReason } from './shift-figures.ts';

const countOf = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** What somebody who answers for the day looks at: how often, and how much or why. */
export function worthALook(report: ShiftReport, nameOf: (id: string) => string): Figure[] {
  const { currency, reduced, cleared, discounts, noSales, approvals, offlineCards, unansweredCards, moves, handovers, trainings } = report;
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
    handovers.length === 0
      ? null
      : [words('report.handovers'), [formatNumber(handovers.length), ...handovers.map(({ toId }) => nameOf(toId))].join(' · ')],
    trainings === 0 ? null : [words('tillReport.kind.training'), formatNumber(trainings)],
    offlineCards.count === 0 ? null : [words('report.offlineCards'), amount(offlineCards.count, offlineCards.minor)],
    unansweredCards.count === 0 ? null : [words('report.unansweredCards'), amount(unansweredCards.count, unansweredCards.minor)],
  ];
  return rows.filter((row) => row !== null);
}

/** The beginning of a hash, in groups: enough to tell it from all others, and short enough to be read out. */
function hashExtract(hash: string): string {
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}

/** How many receipts between the first and the last are not of this shift: those of other drawers, for a register leaves no number out. */
function receiptsBetween({ first, last, count }: ShiftReport['receipts']): number {
  const place = (receipt: string | null) => (receipt === null ? 0 : (parseReceiptNumber(receipt)?.count ?? 0));
  return first === null ? 0 : place(last) - place(first) + 1 - count;
}

/** By what an auditor finds the shift again in the journal. */
export function proofFigures(report: ShiftReport): Figure[] {
  const { receipts, firstSeq, lastSeq, closed, currency } = report;
  const between = receiptsBetween(receipts);
  const range = (first: string, last: string) => words('report.range', { first, last });
  const totals = closed?.totals ?? null;
  return [
    ...(receipts.first === null || receipts.last === null
      ? []
      : [[counted(words('report.receipts'), receipts.count), range(receipts.first, receipts.last)] as const]),
    ...(between > 0 ? [[words('report.between'), formatNumber(between)] as const] : []),
    [words('report.entries'), range(formatNumber(firstSeq), formatNumber(lastSeq))],
    ...(totals === null
      ? []
      : [
          [words('report.grandBefore'), formatMoney(totals.grandSalesMinor - totals.salesMinor, currency)] as const,
          [words('report.grandTotal'), formatMoney(totals.grandSalesMinor, currency)] as const,
          [words('report.grandReturns'), formatMoney(totals.grandReturnsMinor, currency)] as const,
          ...(totals.previousHash === null ? [] : [[words('report.closingBefore'), hashExtract(totals.previousHash)] as const]),
        ]),
    ...(closed === null ? [] : [[words('report.thisClosing'), hashExtract(closed.hash)] as const]),
  ];
}

/** Where the clock was set during the shift: times overlap there, or leave out what never was. */
export function clockFigures({ clockChanges }: ShiftReport, timezone: string): Figure[] {
  return clockChanges.map(({ from, to, byMs }) => [
    words(byMs < 0 ? 'report.clockBack' : 'report.clockAhead', { by: formatLasting(Math.abs(byMs)) }),
    words('report.clockFromTo', { from: formatExactMoment(from, timezone), to: formatExactMoment(to, timezone) }),
  ]);
}
