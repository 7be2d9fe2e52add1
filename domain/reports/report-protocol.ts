import { z } from 'zod';
import { daysBetween } from '../base/calendar-day.ts';
import { businessDate, entityId } from '../base/envelope.ts';
import { currency } from '../base/money.ts';
import { text } from '../base/text.ts';
import { tillReport } from './till-report.ts';
import { watched, watchedKind } from './watched.ts';

/** So many days at most: a year, and the same day a year before. */
const MOST_DAYS = 367;

const days = z.object({ from: businessDate, to: businessDate });

/** Whether a report can be asked for: both days are there, in order, and not too far apart. */
export function isPeriod({ from, to }: z.infer<typeof days>): boolean {
  const span = daysBetween(from, to);
  return span >= 0 && span < MOST_DAYS;
}

const PERIOD = `A period ends on its first day or later, and has at most ${MOST_DAYS} days.`;

/** `GET /v1/till-report` and `GET /v1/stores/:id/till-report`: the first and the last business date. */
export const tillReportQuery = days.refine(isPeriod, PERIOD);

/** Names of people and registers, as they are known now. */
const names = z.record(text, text);

export const tillReportAnswer = z.strictObject({
  /** One for each currency; none where no shift was in these days. */
  reports: z.array(tillReport),
  /** Of associates by id, also of those who left. */
  people: names,
  /** The prefix of each register by its id. */
  registers: names,
});

/** `GET …/watched`: who and what to look at; all without it. `nobody` is what nobody was signed in for. */
export const watchedQuery = days
  .extend({
    kind: watchedKind.optional(),
    associate: entityId.optional(),
    /** Where the page before ended, as its `next` said. */
    after: text.max(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(isPeriod, PERIOD);

export const NOBODY = 'nobody';

export const watchedItem = watched.extend({ registerId: entityId, shiftId: entityId, businessDate, currency });

export const watchedPage = z.strictObject({ items: z.array(watchedItem), next: text.nullable() });

/** `GET …/entries/:registerId/:seq`: an entry of a journal as it was written. */
export const journalEntry = z.strictObject({ operation: z.unknown() });

export type TillReportQuery = z.infer<typeof tillReportQuery>;
export type TillReportAnswer = z.infer<typeof tillReportAnswer>;
export type WatchedQuery = z.infer<typeof watchedQuery>;
export type WatchedItem = z.infer<typeof watchedItem>;
export type WatchedPage = z.infer<typeof watchedPage>;
