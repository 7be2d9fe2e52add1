/** Making a formatter takes a third of a millisecond, which every sale would pay. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The calendar day in a store, YYYY-MM-DD, for what is done outside a shift.
 * @param at epoch milliseconds. @param timezone an IANA name.
 */
export function dateInStore(at: number, timezone: string): string {
  return formatterFor(timezone).format(at);
}
