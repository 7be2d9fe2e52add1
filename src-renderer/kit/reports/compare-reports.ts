import { netOf, type TillReport } from '../../../domain/reports/till-report.ts';

/** What two reports are compared by. Amounts in minor units, `sales` a number of sales. */
export type ComparedFigure = 'net' | 'sales' | 'perSale' | 'discounts' | 'returned';

export interface Compared {
  readonly figure: ComparedFigure;
  readonly now: number;
  readonly before: number;
  /** By how much it changed, in millionths of what it was before; null where that was nothing. */
  readonly changePpm: number | null;
}

const FIGURES: readonly (readonly [ComparedFigure, (report: TillReport) => number])[] = [
  ['net', ({ figures }) => netOf(figures)],
  ['sales', ({ figures }) => figures.sales.count],
  ['perSale', ({ figures: { sales } }) => (sales.count === 0 ? 0 : Math.round(sales.minor / sales.count))],
  ['discounts', ({ figures }) => Object.values(figures.discounts).reduce((sum, { minor }) => sum + minor, 0)],
  ['returned', ({ figures }) => figures.returns.minor],
];

/** Two reports in one currency beside each other. */
export function compareReports(now: TillReport, before: TillReport): Compared[] {
  return FIGURES.map(([figure, read]) => {
    const [value, was] = [read(now), read(before)];
    return { figure, now: value, before: was, changePpm: was === 0 ? null : Math.round(((value - was) / Math.abs(was)) * 1_000_000) };
  });
}
