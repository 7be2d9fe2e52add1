import { knownZone } from '../../domain/base/zoned-date.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();
const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'always' });

/**
 * A moment as the store's clock shows it, wherever the device thinks it is: `Mar 2, 2026, 10:00 AM`. `at` in ISO 8601, `timezone` of
 * the store; one that this device does not know counts as UTC.
 */
export function formatMoment(at: string, timezone: string): string {
  const clock =
    clocks.get(timezone) ?? new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: knownZone(timezone) });
  clocks.set(timezone, clock);
  return clock.format(new Date(at));
}

/** How long ago something was: `just now`, `3 minutes ago`, `2 days ago`. Both in epoch milliseconds. */
export function formatAge(then: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  if (seconds < 10) return 'just now';
  if (seconds < 60) return relative.format(-seconds, 'second');
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return relative.format(-Math.floor(seconds / 3600), 'hour');
  return relative.format(-Math.floor(seconds / 86_400), 'day');
}
