import type { AssociateSum, ShiftReport } from '../../../domain/reports/report.ts';
import { netOf } from '../../../domain/reports/till-report.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatDay, formatExactMoment } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { counted, type Figure, tenderName, totalFigures } from '../../kit/reports/total-figures.ts';
import { clockFigures, proofFigures, worthALook } from './report-figures.ts';
import { blindParts, closingParts, expectedParts, pieceParts } from './shift-figures.ts';
import { type AskedTerminal, terminalFigures } from './terminal-figures.ts';

/** What a report cannot know of its operations alone. */
export interface ReportFacts {
  readonly nameOf: (id: string | null) => string;
  readonly storeName: string;
  /** The prefix of its receipts. */
  readonly register: string;
  readonly timezone: string;
  /** Whether what tells the cash in the drawer is left out: it is to be counted. */
  readonly blind: boolean;
  /** What the card terminal says of an open shift; a closed one has it. */
  readonly terminal: AskedTerminal;
}

/** An amount with its name, in minor units of the shift. */
export interface ReportRow {
  readonly name: string;
  readonly minor: number;
}

/** What was counted by associate, each by its name in the catalog. */
export const COUNTED_BY_ASSOCIATE = [
  ['sales', 'report.sales'],
  ['returns', 'report.returns'],
  ['voids', 'report.voids'],
  ['reduced', 'report.reduced'],
  ['cleared', 'report.cleared'],
  ['overrides', 'report.overrides'],
  ['noSales', 'report.noSales'],
] as const satisfies readonly (readonly [keyof AssociateSum, string])[];

/** What the report is called: an X report while the shift is open, a numbered Z report once it is closed. */
export function titleOf({ closed, drawerId }: ShiftReport): string {
  const number = closed?.totals?.zNumber;
  const title = closed === null ? words('report.x') : number === undefined ? words('report.zOld') : words('report.z', { number });
  return drawerId === null ? title : `${title} · ${drawerId}`;
}

/** Whose shift it is: the day of the books, the register, who opened and closed it. */
export function shiftFacts(report: ShiftReport, { nameOf, storeName, register, timezone }: ReportFacts): Figure[] {
  const { businessDate, openedAt, openedBy, closed } = report;
  const byAt = (id: string | null, at: string) => words('report.byAt', { name: nameOf(id), moment: formatExactMoment(at, timezone) });
  return [
    ...(businessDate === null ? [] : [[words('report.businessDay'), formatDay(businessDate)] as const]),
    [words('report.store'), storeName],
    [words('receipt.register'), register],
    ...(openedAt === null ? [] : [[words('report.opened'), byAt(openedBy, openedAt)] as const]),
    ...(closed === null ? [] : [[words('report.closed'), byAt(closed.associateId, closed.at)] as const]),
  ];
}

/** What was sold altogether, and the ledger. */
export function totals(report: ShiftReport, { nameOf }: ReportFacts): Figure[] {
  return [[words('report.netSales'), formatMoney(netOf(report), report.currency)], ...totalFigures(report, nameOf)];
}

/** The drawer: how its cash comes about, and what was counted. */
export function drawerParts(report: ShiftReport, { nameOf, blind }: ReportFacts): Figure[] {
  return blind ? blindParts(report) : [...expectedParts(report, nameOf), ...closingParts(report)];
}

/** What came in and what went back by each tender, apart. */
export function tenderRows({ tenders }: ShiftReport, { blind }: ReportFacts): ReportRow[] {
  return tenders.flatMap((one) => {
    // The sum of cash would tell what is in the drawer.
    if (blind && one.kind === 'cash') return [];
    const name = tenderName(one);
    const { paid, refunded } = one;
    return [
      ...(paid.count === 0 ? [] : [{ name: counted(name, paid.count), minor: paid.minor }]),
      ...(refunded.count === 0 ? [] : [{ name: counted(words('report.givenBack', { name }), refunded.count), minor: -refunded.minor }]),
    ];
  });
}

/** The departments, those that sold most first. */
export function departmentRows({ departments }: ShiftReport): ReportRow[] {
  return Object.entries(departments)
    .map(([key, minor]) => ({ name: key || words('report.noDepartment'), minor }))
    .sort((one, other) => other.minor - one.minor);
}

/** A title, and what stands below it. */
export interface ReportPart {
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** What a report says in lines of text, part by part; those that have nothing to say are left out. */
export function reportParts(report: ShiftReport, facts: ReportFacts): ReportPart[] {
  return [
    { title: words('report.shift'), figures: shiftFacts(report, facts) },
    { title: words('report.totals'), figures: totals(report, facts) },
    { title: words('report.drawer'), figures: drawerParts(report, facts) },
    { title: words('report.pieces'), figures: pieceParts(report) },
    { title: words('report.terminals'), figures: terminalFigures(report, facts.terminal) },
    { title: words('report.worthALook'), figures: [...worthALook(report, facts.nameOf), ...clockFigures(report, facts.timezone)] },
    { title: words('report.proof'), figures: proofFigures(report) },
  ].filter(({ figures }) => figures.length > 0);
}
