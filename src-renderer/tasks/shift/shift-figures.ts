import type { ShiftReport } from '../../../domain/reports/report.ts';
import { expectedOf } from '../../../domain/reports/shift-report.ts';
import { movedIn } from '../../../domain/shift/cash-movement.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import type { Figure } from '../../kit/reports/total-figures.ts';
import { knownWords, words } from '../../../texts/words/words.ts';

/** The figures of a drawer that was counted, each with what it is. Amounts in minor units. */
export function shiftFigures(
  shift: Shift,
  { countedMinor, expectedMinor }: { readonly countedMinor: number; readonly expectedMinor: number },
): Figure[] {
  const { currency } = shift;
  return [
    [words('shift.float'), formatMoney(shift.floatMinor, currency)],
    [words('shift.taken'), formatMoney(expectedMinor - shift.floatMinor, currency)],
    [words('shift.expected'), formatMoney(expectedMinor, currency)],
    [words('shift.counted'), formatMoney(countedMinor, currency)],
    [words('shift.difference'), formatMoney(countedMinor - expectedMinor, currency)],
    ...besides(shift.otherCash),
  ];
}

/** Cash of other currencies in the drawer. */
function besides(otherCash: Shift['otherCash'] = {}): Figure[] {
  return Object.entries(otherCash).map(([other, minor]) => [words('shift.beside', { currency: other }), formatMoney(minor, other)]);
}

/** Why cash moved, in words; a reason that no catalog knows as it names itself. */
export function cashReason(reason: string | null): string | null {
  return reason === null ? null : (knownWords(`cashReason.${reason}`) ?? reason.replaceAll('_', ' '));
}

/** Cash that moved without a sale, one by one, with its reason or its bag. */
function moveParts({ moves, currency }: ShiftReport): Figure[] {
  return moves.map((one) => {
    const why = cashReason(one.reason) ?? one.bag;
    const name = words(`shift.move.${one.kind}`);
    return [why === null ? name : `${name}: ${why}`, formatMoney(movedIn(one), currency)];
  });
}

/** What is known of a drawer that is still to be counted: nothing that would tell what should be in it. */
export function blindParts(report: ShiftReport): Figure[] {
  return [[words('shift.float'), formatMoney(report.floatMinor, report.currency)], ...moveParts(report)];
}

/** How the cash that should be in a drawer comes about, part by part; the last is the sum. */
export function expectedParts(report: ShiftReport, nameOf: (id: string) => string): Figure[] {
  const { currency, floatMinor, cashMinor, moves, tenders, handovers, closed } = report;
  const refunded = tenders.find(({ kind }) => kind === 'cash')?.refunded.minor ?? 0;
  const moved = moves.reduce((sum, one) => sum + movedIn(one), 0);
  const differed = handovers.reduce((sum, one) => sum + one.countedMinor - one.expectedMinor, 0);
  return [
    [words('shift.float'), formatMoney(floatMinor, currency)],
    [words('shift.cashSales'), formatMoney(cashMinor - moved - differed + refunded, currency)],
    ...(refunded === 0 ? [] : [[words('shift.cashRefunds'), formatMoney(-refunded, currency)] as const]),
    ...moveParts(report),
    ...handovers.map(
      (one): Figure => [words('shift.handedTo', { name: nameOf(one.toId) }), formatMoney(one.countedMinor - one.expectedMinor, currency)],
    ),
    [words('shift.expected'), formatMoney(closed?.expectedMinor ?? expectedOf(report), currency)],
  ];
}

/** What became of the cash when the drawer was counted for the last time; nothing while the shift is open. */
export function closingParts({ closed, currency, otherCash }: ShiftReport): Figure[] {
  if (closed === null) return [];
  const { countedMinor, expectedMinor, reason, leftMinor, bag } = closed;
  const money = (minor: number) => formatMoney(minor, currency);
  return [
    [words('shift.counted'), money(countedMinor)],
    [words('shift.difference'), money(countedMinor - expectedMinor)],
    ...(reason === null ? [] : [[words('report.differenceReason'), knownWords(`differenceReason.${reason}`) ?? reason] as const]),
    ...besides(otherCash),
    ...(leftMinor === null
      ? []
      : [
          [words('report.left'), money(leftMinor)] as const,
          [bag === undefined ? words('report.restToSafe') : words('report.restInBag', { bag }), money(countedMinor - leftMinor)] as const,
        ]),
  ];
}

/** Notes and coins as they were counted at the end; nothing where their sum was typed. */
export function pieceParts({ closed, currency }: ShiftReport): Figure[] {
  return (closed?.denominations ?? []).map(({ valueMinor, count }) => [
    `${formatNumber(count)} × ${formatMoney(valueMinor, currency)}`,
    formatMoney(count * valueMinor, currency),
  ]);
}
