import type { TillReportQuery } from '../../../domain/reports/report-protocol.ts';
import { netOf, type TillReport } from '../../../domain/reports/till-report.ts';
import { watchedKind } from '../../../domain/reports/watched.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from '../../../texts/paper/paper.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import { formatDay } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { compareReports } from './compare-reports.ts';
import { changeText } from './ComparisonTable.tsx';
import type { ReportNames } from './report-source.ts';
import { type Figure, tenderName, totalFigures } from './total-figures.ts';

export interface PrintedReport {
  readonly report: TillReport;
  readonly period: TillReportQuery;
  /** The report of earlier days beside it; null where there is none. */
  readonly before: TillReport | null;
  readonly names: ReportNames;
}

/** Days in words: one day, or the first and the last. */
export function daysText({ from, to }: TillReportQuery): string {
  return from === to ? formatDay(from) : words('tillReport.of', { from: formatDay(from), to: formatDay(to) });
}

function part(title: string, figures: readonly Figure[]): PaperPart[] {
  return figures.length === 0 ? [] : [RULE, note(title, true), ...figures.map(([name, value]) => figure(name, value))];
}

function comparison(report: TillReport, before: TillReport | null): Figure[] {
  if (before === null) return [];
  return compareReports(report, before).map((one) => [words(`tillReport.figure.${one.figure}`), changeText(one)]);
}

/** What everybody did of what a manager looks at. */
function watched({ figures }: TillReport): Figure[] {
  return watchedKind.options.flatMap((kind): Figure[] => {
    const count = Object.values(figures.associates).reduce((sum, one) => sum + (one.watched[kind]?.count ?? 0), 0);
    return count === 0 ? [] : [[words(`tillReport.kind.${kind}`), formatNumber(count)]];
  });
}

/** A till report as a slip. @param top what stands above it. */
export function tillReportPaper({ report, period, before, names }: PrintedReport, top: readonly PaperPart[]): Paper {
  const { currency, figures, days, registers } = report;
  const money = (minor: number) => formatMoney(minor, currency);
  const title = words('tillReport.title');
  const people = Object.entries(figures.associates).filter(([, { sales }]) => sales.count > 0);
  return {
    title,
    parts: [
      ...top,
      head(title, 'large'),
      head(daysText(period)),
      RULE,
      figure(words('report.netSales'), money(netOf(figures)), 'large'),
      figure(words('report.sales'), formatNumber(figures.sales.count)),
      ...part(words('tillReport.compared'), comparison(report, before)),
      ...part(words('report.totals'), totalFigures({ ...figures, currency }, names.person)),
      ...part(
        words('report.tenders'),
        figures.tenders.map((one) => [tenderName(one), money(one.paid.minor - one.refunded.minor)]),
      ),
      ...part(
        words('tillReport.departments'),
        Object.entries(figures.departments).map(([key, minor]) => [key || words('report.noDepartment'), money(minor)]),
      ),
      ...part(words('tillReport.days'), days.length < 2 ? [] : days.map(({ date, netMinor }) => [formatDay(date), money(netMinor)])),
      ...part(
        words('tillReport.byAssociate'),
        people.map(([id, { sales }]) => [names.person(id), money(sales.minor)]),
      ),
      ...part(
        words('tillReport.byRegister'),
        registers.map(({ registerId, netMinor }) => [names.register(registerId), money(netMinor)]),
      ),
      ...part(words('tillReport.watched'), watched(report)),
    ],
  };
}
