import { Cron } from 'croner';
import { dateInZone, knownZone } from '../../domain/base/zoned-date.ts';
import type { Recurrence } from './define-job.ts';

/** The key of a recurring job that has no day: one waits at a time. */
const NEXT = 'next';

export interface Occurrence {
  readonly key: string;
  /** Milliseconds from now. */
  readonly inMs: number;
}

/**
 * When a recurring job comes next. A daily one has its date as its key.
 * @param zone the company's time zone, an IANA name; one that is not known counts as UTC.
 */
export function nextOccurrence(recurs: Recurrence, now: Date, zone: string): Occurrence {
  if ('everyMs' in recurs) return { key: NEXT, inMs: recurs.everyMs };
  const at = new Cron(recurs.daily, { timezone: knownZone(zone), paused: true }).nextRun(now);
  if (at === null) throw new RangeError(`${recurs.daily} never comes.`);
  return { key: dateInZone(at, zone), inMs: at.getTime() - now.getTime() };
}
