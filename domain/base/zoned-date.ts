/** Making a formatter takes a third of a millisecond, which every sale would pay. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The zone itself, or UTC where this device does not know it. Zones are added and renamed, and an old device must still sell.
 * @param timeZone an IANA name.
 */
export function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: knownZone(timeZone),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The calendar date of an instant in a time zone, YYYY-MM-DD.
 * @param at epoch milliseconds, or a date.
 * @param timeZone an IANA name; one that this device does not know counts as UTC.
 * @throws RangeError when `at` is no time.
 */
export function dateInZone(at: number | Date, timeZone: string): string {
  const parts = new Map(
    formatterFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/** As {@link formatters}, for the time of day. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The time of day of an instant in a time zone, HH:MM from 00:00 to 23:59.
 * @param at epoch milliseconds, or a date.
 * @param timeZone an IANA name; one that this device does not know counts as UTC.
 * @throws RangeError when `at` is no time.
 */
export function timeInZone(at: number | Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    const fields = { timeZone: knownZone(timeZone), hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    clock = new Intl.DateTimeFormat('en-u-nu-latn', fields);
    clocks.set(timeZone, clock);
  }
  return clock.format(at);
}
