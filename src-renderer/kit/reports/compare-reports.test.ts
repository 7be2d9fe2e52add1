import { expect, it } from 'vitest';
import { noFigures } from '../../../domain/reports/shift-summary.ts';
import type { TillReport } from '../../../domain/reports/till-report.ts';
import { compareReports } from './compare-reports.ts';

const reportOf = (figures: Partial<TillReport['figures']>): TillReport => ({
  currency: 'USD',
  shifts: 1,
  figures: { ...noFigures(), ...figures },
  days: [],
  registers: [],
  open: [],
});

it('says how net sales, sales, the average sale, discounts and returns have changed', () => {
  const now = reportOf({
    sales: { count: 30, minor: 60_000 },
    gross: { count: 60, minor: 58_000 },
    discounts: { promotion: { count: 2, minor: -3_000 } },
    returns: { count: 1, minor: 1_000 },
    returnedNetMinor: 1_000,
  });
  const before = reportOf({
    sales: { count: 24, minor: 50_400 },
    gross: { count: 50, minor: 50_000 },
    discounts: { promotion: { count: 4, minor: -4_000 } },
  });
  expect(compareReports(now, before)).toEqual([
    // 580.00 less 30.00 and 10.00, against 500.00 less 40.00.
    { figure: 'net', now: 54_000, before: 46_000, changePpm: 173_913 },
    { figure: 'sales', now: 30, before: 24, changePpm: 250_000 },
    { figure: 'perSale', now: 2_000, before: 2_100, changePpm: -47_619 },
    { figure: 'discounts', now: -3_000, before: -4_000, changePpm: 250_000 },
    { figure: 'returned', now: 1_000, before: 0, changePpm: null },
  ]);
});
