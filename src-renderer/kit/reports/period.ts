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

/** Every day of a period, the early ones first. */
export function daysOf({ from, to }: TillReportQuery): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => daysAfter(from, index));
}
