import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { quantityOf } from '../../kit/line-name.ts';
import { figure, head, type Paper, type PaperPart, RULE } from '../../kit/paper/paper.ts';
import { words } from '../../words/words.ts';

/**
 * The receipt of a return, for the screen and for the printer.
 * @param top what stands above it. @param isCopy whether it was printed before.
 */
export function returnPaper({ payload }: ReturnRecorded, top: readonly PaperPart[], isCopy: boolean): Paper {
  const { receiptNumber: number, currency, refundMinor, roundingMinor, lines, origin, isVoid, points } = payload;
  const money = (minor: number) => formatMoney(minor, currency);
  return {
    title: words('returns.paper'),
    parts: [
      ...top,
      head(words(isVoid ? 'returns.voidPaper' : 'returns.return', { number }), 'large'),
      ...(isCopy ? [head(words('sale.copy'), 'strong')] : []),
      head(
        origin.kind === 'sale'
          ? words('returns.forReceipt', { number: origin.receiptNumber })
          : words('returns.forOrder', { number: origin.orderNumber }),
      ),
      RULE,
      ...lines.map(
        (line): PaperPart => ({
          kind: 'goods',
          name: quantityOf(line),
          amount: money(line.refundMinor),
          details: [line.disposition === 'restock' ? words('returns.backOnShelf') : words('returns.notForSale')],
        }),
      ),
      RULE,
      { kind: 'figure', name: words('returns.refund'), amount: money(refundMinor), tone: 'large', id: 'refund' },
      ...(roundingMinor === 0
        ? []
        : [
            figure(words('sale.rounding'), money(roundingMinor)),
            figure(words('returns.paidInCash'), money(refundMinor + roundingMinor), 'strong'),
          ]),
      ...(points !== null && points.takenBack > 0 ? [head(words('loyalty.takenBack', { count: points.takenBack }))] : []),
      ...(points !== null && points.givenBack > 0 ? [head(words('loyalty.givenBack', { count: points.givenBack }))] : []),
      { kind: 'code', data: number },
    ],
  };
}
