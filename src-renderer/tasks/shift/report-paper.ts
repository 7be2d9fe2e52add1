import type { ShiftReport } from '../../../domain/reports/report.ts';
import { formatMoney, formatNumber } from '../../../texts/say/format-money.ts';
import { formatExactMoment } from '../../../texts/say/format-time.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from '../../../texts/paper/paper.ts';
import { words } from '../../../texts/words/words.ts';
import {
  COUNTED_BY_ASSOCIATE,
  departmentRows,
  type ReportFacts,
  reportParts,
  type ReportPart,
  type ReportRow,
  tenderRows,
  titleOf,
} from './report-parts.ts';

/** Everybody with what they sold, and below it how often they did what a manager looks at. */
function associates({ associates: people, currency }: ShiftReport, { nameOf }: ReportFacts): PaperPart[] {
  return Object.entries(people).flatMap(([id, sum]) => [
    figure(nameOf(id || null), formatMoney(sum.salesMinor, currency)),
    ...COUNTED_BY_ASSOCIATE.filter(([key]) => sum[key] > 0).map(([key, label]) => figure(`  ${words(label)}`, formatNumber(sum[key]))),
  ]);
}

function section(title: string, parts: readonly PaperPart[]): PaperPart[] {
  return parts.length === 0 ? [] : [RULE, note(title, true), ...parts];
}

const asSection = ({ title, figures }: ReportPart) =>
  section(
    title,
    figures.map(([name, value]) => figure(name, value)),
  );

/** An X or Z report as a slip, by the figures that the screen shows. @param at when it is printed. */
export function reportPaper(report: ShiftReport, facts: ReportFacts, at: string): Paper {
  const { currency, closed } = report;
  const rows = (all: readonly ReportRow[]) => all.map(({ name, minor }) => figure(name, formatMoney(minor, currency)));
  const title = titleOf(report);
  return {
    title,
    parts: [
      head(facts.storeName, 'strong'),
      head(title, 'large'),
      head(formatExactMoment(at, facts.timezone)),
      ...(closed === null ? [head(words('report.nothingReset'))] : []),
      ...reportParts(report, facts).flatMap(asSection),
      ...section(words('report.tendersApart'), rows(tenderRows(report, facts))),
      ...section(words('report.departments'), rows(departmentRows(report))),
      ...section(words('report.associates'), associates(report, facts)),
    ],
  };
}
