import { knownZone } from '../../domain/base/zoned-date.ts';
import { words } from '../words/words.ts';
import { locale } from '../words/chosen-language.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();
const ages = new Map<string, Intl.RelativeTimeFormat>();

/**
 * A moment as the store's clock shows it, wherever the device thinks it is: `Mar 2, 2026, 10:00 AM`. `at` in ISO 8601, `timezone` of
 * the store; one that this device does not know counts as UTC.
 */
export function formatMoment(at: string, timezone: string): string {
  const key = `${locale()} ${timezone}`;
  const clock =
    clocks.get(key) ?? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: knownZone(timezone) });
  clocks.set(key, clock);
  return clock.format(new Date(at));
}

const HOUR_MS = 3_600_000;

/** A moment as {@link formatMoment} says it, with its zone where the clock shows it twice: in the night in which it is set back. */
export function formatExactMoment(at: string, timezone: string): string {
  const shown = formatMoment(at, timezone);
  const then = Date.parse(at);
  const isTwice = [then - HOUR_MS, then + HOUR_MS].some((other) => formatMoment(new Date(other).toISOString(), timezone) === shown);
  if (!isTwice) return shown;
  const zone = new Intl.DateTimeFormat(locale(), { timeZone: knownZone(timezone), timeZoneName: 'short' });
  const name = zone.formatToParts(then).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `${shown} ${name}`;
}

/** The time of day of a moment by the store's clock: `10:00 AM`. */
export function formatClock(at: string, timezone: string): string {
  const key = `${locale()} ${timezone} clock`;
  const clock = clocks.get(key) ?? new Intl.DateTimeFormat(locale(), { timeStyle: 'short', timeZone: knownZone(timezone) });
  clocks.set(key, clock);
  return clock.format(new Date(at));
}

/** A calendar day, YYYY-MM-DD: `Mar 2, 2026`. */
export function formatDay(date: string): string {
  const key = `${locale()} day`;
  const day = clocks.get(key) ?? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' });
  clocks.set(key, day);
  return day.format(new Date(`${date}T00:00:00Z`));
}

/** The time zone of this computer, for what belongs to no store. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const spans = new Map<string, Intl.NumberFormat>();

function formatUnit(count: number, unit: 'minute' | 'hour' | 'day'): string {
  const key = `${locale()} ${unit}`;
  const span = spans.get(key) ?? new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' });
  spans.set(key, span);
  return span.format(count);
}

/** How long something lasts, in milliseconds: `12 min`, `1 hr 50 min`, `2 days`. What is under a minute is none. */
export function formatLasting(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return formatUnit(minutes, 'minute');
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 48) return formatUnit(Math.floor(hours / 24), 'day');
  return rest === 0 || hours >= 10 ? formatUnit(hours, 'hour') : `${formatUnit(hours, 'hour')} ${formatUnit(rest, 'minute')}`;
}

/** How long ago something was: `just now`, `3 minutes ago`, `2 days ago`. Both in epoch milliseconds. */
export function formatAge(then: number, now: number): string {
  const relative = ages.get(locale()) ?? new Intl.RelativeTimeFormat(locale(), { numeric: 'always' });
  ages.set(locale(), relative);
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  if (seconds < 10) return words('kit.justNow');
  if (seconds < 60) return relative.format(-seconds, 'second');
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return relative.format(-Math.floor(seconds / 3600), 'hour');
  return relative.format(-Math.floor(seconds / 86_400), 'day');
}
