import { daysAfter, daysBetween } from '../../../domain/base/calendar-day.ts';
import type { TillReportQuery } from '../../../domain/reports/report-protocol.ts';

export const PRESETS = ['today', 'yesterday', 'week', 'month', 'lastMonth'] as const;

export type Preset = (typeof PRESETS)[number];

/** The days that a name means. @param today the calendar day in the store. */
export function periodOf(preset: Preset, today: string): TillReportQuery {
  const firstOfMonth = `${today.slice(0, 8)}01`;
  const lastOfMonthBefore = daysAfter(firstOfMonth, -1);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: daysAfter(today, -1), to: daysAfter(today, -1) };
    case 'week':
      return { from: daysAfter(today, -6), to: today };
    case 'month':
      return { from: firstOfMonth, to: today };
    case 'lastMonth':
      return { from: `${lastOfMonthBefore.slice(0, 8)}01`, to: lastOfMonthBefore };
  }
}

/** With which days a report may be compared: whole weeks or 52 weeks before, so that weekdays fall on the same weekdays. */
export const COMPARISONS = ['weeks', 'year'] as const;

export type Comparison = (typeof COMPARISONS)[number];

const DAYS_OF_WEEK = 7;
const DAYS_OF_52_WEEKS = 364;

/** The same weekdays before: by as few whole weeks as the period is long, or by 52. */
export function periodBefore({ from, to }: TillReportQuery, comparison: Comparison): TillReportQuery {
  const length = daysBetween(from, to) + 1;
  const back = comparison === 'year' ? DAYS_OF_52_WEEKS : Math.ceil(length / DAYS_OF_WEEK) * DAYS_OF_WEEK;
  return { from: daysAfter(from, -back), to: daysAfter(to, -back) };
}

/** Every day of a period, the early ones first. */
export function daysOf({ from, to }: TillReportQuery): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => daysAfter(from, index));
}
