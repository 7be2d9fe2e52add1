import type { Figures } from '../../../domain/reports/shift-summary.ts';
import { knownWords, words } from '../../../texts/words/words.ts';
import { cardName } from '../../../texts/say/card-name.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatShare } from '../../../texts/say/format-share.ts';

/** What a number is, and the number. */
export type Figure = readonly [label: string, value: string];

/** A report of a shift, or of several. */
export type TotalledReport = Omit<Figures, 'tenders' | 'departments' | 'hours' | 'associates' | 'returnedNetMinor'> & {
  readonly currency: string;
  /** Known of a shift alone. */
  readonly depositsBack?: Figures['deposits'];
};

/** What came in altogether, in minor units. */
export function takenIn({ sales, returns, roundingMinor }: Pick<Figures, 'sales' | 'returns' | 'roundingMinor'>): number {
  return sales.minor - returns.minor + roundingMinor;
}

/** What a tender is called. */
export function tenderName({ kind, scheme }: Pick<Figures['tenders'][number], 'kind' | 'scheme'>): string {
  if (kind === 'cash') return words('sale.cash');
  if (kind === 'card') return cardName({ scheme, lastFour: null });
  return knownWords(`payment.kind.${kind}`) ?? knownWords(`report.tender.${kind}`) ?? kind.replaceAll('_', ' ');
}

/** What it is, and how many there were. */
export function counted(name: string, count: number): string {
  return words('report.counted', { name, count });
}

/** The ledger of the report: what was sold, taken off, given back and taxed; the last is what came in. Lines of nothing are left out. */
export function totalFigures(report: TotalledReport, nameOf: (id: string) => string): Figure[] {
  const { currency, sales, gross, discounts, returns, voids, taxAddedMinor, giftCardsSold, deposits, accountPayments } = report;
  const { exempt, restockingFees, roundingMinor, taxes, depositsBack } = report;
  const money = (minor: number) => formatMoney(minor, currency);
  const some = (minor: number, label: string): Figure[] => (minor === 0 ? [] : [[label, money(minor)]]);
  const each = ({ count, minor }: Figures['sales'], label: string, sign: 1 | -1 = 1): Figure[] =>
    count === 0 ? [] : [[counted(label, count), money(sign * minor)]];
  return [
    [counted(words('report.beforeDiscounts'), sales.count), money(gross.minor)],
    ...Object.entries(discounts).flatMap(([source, sum]) => each(sum, knownWords(`tillReport.adjustment.${source}`) ?? source)),
    ...some(taxAddedMinor, words('report.taxAdded')),
    ...each(giftCardsSold, words('report.giftCards')),
    ...each(deposits, words('report.deposits')),
    ...each(accountPayments, words('report.accountPayments')),
    ...each(returns, words('report.returns'), -1),
    ...each(voids, words('report.ofWhichVoided'), -1),
    ...(depositsBack === undefined ? [] : each(depositsBack, words('report.depositsBack'), -1)),
    ...each(restockingFees, words('report.restockingFees')),
    ...some(roundingMinor, words('report.rounding')),
    [words('report.takenIn'), money(takenIn(report))],
    ...taxes.map(({ code, ratePpm, baseMinor, taxMinor }): Figure => {
      const base = money(baseMinor);
      const gross = money(baseMinor + taxMinor);
      return [
        code === '' ? words('report.taxOfReturns', { base }) : words('report.tax', { code, rate: formatShare(ratePpm), base, gross }),
        money(taxMinor),
      ];
    }),
    ...Object.entries(report.tips).flatMap(([id, minor]) => some(minor, `${words('report.tips')} · ${nameOf(id)}`)),
    ...each(exempt, words('report.exempt')),
  ];
}
