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

/** The ledger of the report: what was sold, taken off, given back and taxed; the last is what came in. Lines of nothing are left out. */
export function totalFigures(report: TotalledReport, nameOf: (id: string) => string): Figure[] {
  const { currency, gross, discounts, returns, voids, taxAddedMinor, giftCardsSold, deposits, accountPayments } = report;
  const { exempt, restockingFees, roundingMinor, taxes } = report;
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
    ...some(restockingFees.minor, words('report.restockingFees')),
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
