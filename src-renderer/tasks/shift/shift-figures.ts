import type { ShiftReport } from '../../../domain/reports/report.ts';
import { expectedOf } from '../../../domain/reports/shift-report.ts';
import { movedIn } from '../../../domain/shift/cash-movement.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
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
    ...Object.entries(shift.otherCash ?? {}).map(
      ([other, minor]) => [words('shift.beside', { currency: other }), formatMoney(minor, other)] as const,
    ),
  ];
}

/** Why cash moved, in words; a reason that no catalog knows as it names itself. */
export function cashReason(reason: string | null): string | null {
  return reason === null ? null : (knownWords(`cashReason.${reason}`) ?? reason.replaceAll('_', ' '));
}

/** How the cash that should be in a drawer comes about, part by part; the last is the sum. */
export function expectedParts(report: ShiftReport, nameOf: (id: string) => string): Figure[] {
  const { currency, floatMinor, cashMinor, moves, tenders, handovers } = report;
  const refunded = tenders.find(({ kind }) => kind === 'cash')?.refunded.minor ?? 0;
  const moved = moves.reduce((sum, one) => sum + movedIn(one), 0);
  const differed = handovers.reduce((sum, one) => sum + one.countedMinor - one.expectedMinor, 0);
  return [
    [words('shift.float'), formatMoney(floatMinor, currency)],
    [words('shift.cashSales'), formatMoney(cashMinor - moved - differed + refunded, currency)],
    ...(refunded === 0 ? [] : [[words('shift.cashRefunds'), formatMoney(-refunded, currency)] as const]),
    ...moves.map((one): Figure => {
      const why = cashReason(one.reason) ?? one.bag;
      const name = words(`shift.move.${one.kind}`);
      return [why === null ? name : `${name}: ${why}`, formatMoney(movedIn(one), currency)];
    }),
    ...handovers.map(
      (one): Figure => [words('shift.handedTo', { name: nameOf(one.toId) }), formatMoney(one.countedMinor - one.expectedMinor, currency)],
    ),
    [words('shift.expected'), formatMoney(expectedOf(report), currency)],
  ];
}
