import type { ShiftReport } from '../../../domain/reports/report.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from '../../../texts/paper/paper.ts';
import { words } from '../../../texts/words/words.ts';
import { type Figure, tenderName, totalFigures } from '../../kit/reports/total-figures.ts';
import { proofFigures, worthALook } from './report-figures.ts';

export interface ReportFacts {
  readonly title: string;
  /** From when to when, in words. */
  readonly times: string;
  readonly nameOf: (id: string) => string;
  /** What stands above it. */
  readonly top: readonly PaperPart[];
  /** The figures of the drawer; none while it is to be counted. */
  readonly drawer: readonly Figure[];
  /** Whether the sum of cash is left out: the drawer is to be counted. */
  readonly blind: boolean;
}

function part(title: string, figures: readonly Figure[]): PaperPart[] {
  return figures.length === 0 ? [] : [RULE, note(title, true), ...figures.map(([name, value]) => figure(name, value))];
}

function associates({ associates: people, currency }: ShiftReport, nameOf: (id: string) => string): Figure[] {
  return Object.entries(people).map(([id, { sales, salesMinor }]) => [
    `${nameOf(id)} · ${words('report.sales')} ${formatNumber(sales)}`,
    formatMoney(salesMinor, currency),
  ]);
}

/** An X or Z report as a slip, by the figures that the screen shows. */
export function reportPaper(report: ShiftReport, { title, times, nameOf, top, drawer, blind }: ReportFacts): Paper {
  const { currency, tenders, departments } = report;
  const shown = blind ? tenders.filter(({ kind }) => kind !== 'cash') : tenders;
  const paid = shown.map((one): Figure => [tenderName(one), formatMoney(one.paid.minor - one.refunded.minor, currency)]);
  const sold = Object.entries(departments).map(
    ([key, minor]): Figure => [key || words('report.noDepartment'), formatMoney(minor, currency)],
  );
  return {
    title,
    parts: [
      ...top,
      head(title, 'large'),
      head(times),
      ...part(words('report.totals'), totalFigures(report, nameOf)),
      ...part(words('report.drawer'), drawer),
      ...part(words('report.tenders'), paid),
      ...part(words('report.departments'), sold),
      ...part(words('report.worthALook'), worthALook(report, nameOf)),
      ...part(words('report.associates'), associates(report, nameOf)),
      ...part(words('report.proof'), proofFigures(report)),
    ],
  };
}
