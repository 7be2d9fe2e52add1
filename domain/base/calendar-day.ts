import { dateInZone } from './zoned-date.ts';

const DAY_MS = 86_400_000;

/** A calendar day as a moment of UTC, which has no changes of the clock. */
const momentOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** The calendar day so many days after another, YYYY-MM-DD. @param days negative for a day before. */
export function daysAfter(date: string, days: number): string {
  return dateInZone(momentOf(date) + days * DAY_MS, 'UTC');
}

/** How many days a calendar day is after another; negative where it is before. */
export function daysBetween(from: string, to: string): number {
  return (momentOf(to) - momentOf(from)) / DAY_MS;
}
