import { dateInZone } from '../../../domain/base/zoned-date.ts';
import type { TillReportQuery } from '../../../domain/reports/report-protocol.ts';

export const PRESETS = ['today', 'yesterday', 'week', 'month', 'lastMonth'] as const;

export type Preset = (typeof PRESETS)[number];

const DAY_MS = 86_400_000;

/** A calendar day as a moment of UTC, which has no changes of the clock. */
const momentOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayAt = (at: number) => dateInZone(at, 'UTC');

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return dayAt(momentOf(day) + days * DAY_MS);
}

/** The days that a name means. @param today the calendar day in the store. */
export function periodOf(preset: Preset, today: string): TillReportQuery {
  const firstOfMonth = `${today.slice(0, 8)}01`;
  const lastOfMonthBefore = dayAfter(firstOfMonth, -1);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: dayAfter(today, -1), to: dayAfter(today, -1) };
    case 'week':
      return { from: dayAfter(today, -6), to: today };
    case 'month':
      return { from: firstOfMonth, to: today };
    case 'lastMonth':
      return { from: `${lastOfMonthBefore.slice(0, 8)}01`, to: lastOfMonthBefore };
  }
}

/** Every day of a period, the early ones first. */
export function daysOf({ from, to }: TillReportQuery): string[] {
  const days = Math.round((momentOf(to) - momentOf(from)) / DAY_MS) + 1;
  return Array.from({ length: days }, (_, index) => dayAfter(from, index));
}
