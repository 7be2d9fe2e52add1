import type { Disposition } from '../../domain/returns/disposition.ts';
import type { ReturnRecorded } from '../../domain/returns/operations.ts';
import type { RestockingFee } from '../../domain/returns/restocking-fee.ts';
import { type TaxedAmount, taxesByRate } from '../../domain/tax/tax-by-rate.ts';
import { formatExactMoment } from '../say/format-time.ts';
import { formatMoney } from '../say/format-money.ts';
import { quantityOf } from '../say/line-name.ts';
import { words } from '../words/words.ts';
import { figure, head, type Paper, type PaperPart, RULE } from './paper.ts';
import { copyMark, type ReceiptFacts, recordedParts, sellerParts } from './receipt-facts.ts';
import { taxParts } from './tax-parts.ts';
import { refundedPart } from './tender-parts.ts';

/** What the store keeps takes its taxes off those that go back. */
function keptOf({ amountMinor, taxMinor, taxes }: RestockingFee): TaxedAmount {
  const kept = taxes.map((tax) => ({ ...tax, baseMinor: -tax.baseMinor, amountMinor: -tax.amountMinor }));
  return { taxes: kept, taxMinor: -taxMinor, totalMinor: -amountMinor };
}

/** The taxes within what goes back; none where nothing of it was taxed. */
export function taxesBack({ lines, currency }: ReturnRecorded['payload']): PaperPart[] {
  if (lines.every(({ refundTaxMinor }) => refundTaxMinor === 0)) return [];
  const taxed = lines.flatMap(({ taxes, refundTaxMinor, refundMinor, fee }) => [
    { taxes, taxMinor: refundTaxMinor, totalMinor: refundMinor },
    ...(fee === undefined || fee.taxMinor === 0 ? [] : [keptOf(fee)]),
  ]);
  return taxParts(taxesByRate(taxed), currency, false);
}

/** What the goods were bought on. */
export function forWords(origin: ReturnRecorded['payload']['origin']): string {
  switch (origin.kind) {
    case 'sale':
      return words('returns.forReceipt', { number: origin.receiptNumber });
    case 'order':
      return words('returns.forOrder', { number: origin.orderNumber });
    case 'empties':
      return words('empties.paper');
    case 'no_receipt':
      return words('noReceipt.paper');
  }
}

/** What becomes of the goods. */
function placeWords(disposition: Disposition): string {
  switch (disposition) {
    case 'restock':
      return words('returns.backOnShelf');
    case 'damaged':
      return words('returns.notForSale');
    default:
      return words('returns.setAsideFor', { what: words(`returns.${disposition}`) });
  }
}

/** The goods that came back, with what becomes of them. @param sign of their amounts: -1 where goods that were sold stand beside them. */
export function cameBackParts({ lines, currency }: Pick<ReturnRecorded['payload'], 'lines' | 'currency'>, sign: 1 | -1 = 1): PaperPart[] {
  const money = (minor: number) => formatMoney(minor === 0 ? 0 : sign * minor, currency);
  return [
    ...lines.map(
      (line): PaperPart => ({
        kind: 'goods',
        name: quantityOf(line),
        amount: money(line.refundMinor),
        details: [
          ...(line.serialNumbers.length === 0 ? [] : [words('sale.serialNumbers', { numbers: line.serialNumbers.join(', ') })]),
          ...(line.kind === 'deposit' ? [] : [placeWords(line.disposition)]),
        ],
      }),
    ),
    ...lines.flatMap((line) =>
      line.fee === undefined ? [] : [figure(words('returns.feeFor', { name: line.name }), money(-line.fee.amountMinor))],
    ),
  ];
}

/** What became of the points of whoever bought. */
export function pointsBackParts(points: ReturnRecorded['payload']['points']): PaperPart[] {
  return [
    ...(points !== null && points.takenBack > 0 ? [head(words('loyalty.takenBack', { count: points.takenBack }))] : []),
    ...(points !== null && points.givenBack > 0 ? [head(words('loyalty.givenBack', { count: points.givenBack }))] : []),
  ];
}

/**
 * The receipt of a return, for the screen and for the printer.
 * @param isCopy whether it was printed before. @param copyNo which copy it is, where the store counts them.
 */
export function returnPaper(recorded: ReturnRecorded, facts: ReceiptFacts, isCopy: boolean, copyNo?: number): Paper {
  const { payload } = recorded;
  const { receiptNumber: number, currency, refundMinor, roundingMinor, origin, isVoid, points, tenders, soldAt } = payload;
  const money = (minor: number) => formatMoney(minor, currency);
  return {
    title: words('returns.paper'),
    parts: [
      ...sellerParts(facts),
      head(words(isVoid ? 'returns.voidPaper' : 'returns.return', { number }), 'large'),
      ...(isCopy ? [copyMark(copyNo)] : []),
      head(forWords(origin)),
      ...(soldAt === null ? [] : [figure(words('returns.soldAt'), formatExactMoment(soldAt, facts.timezone))]),
      ...recordedParts({ ...recorded, begunAt: null }, number, facts),
      RULE,
      ...cameBackParts(payload),
      RULE,
      { kind: 'figure', name: words('returns.refund'), amount: money(refundMinor), tone: 'large', id: 'refund' },
      ...taxesBack(payload),
      ...(roundingMinor === 0 ? [] : [figure(words('sale.rounding'), money(roundingMinor))]),
      ...tenders.map((tender) => refundedPart(tender, currency, facts)),
      ...pointsBackParts(points),
      ...(facts.store?.footer ?? []).map((line) => head(line)),
      { kind: 'code', data: number },
    ],
  };
}
