/**
 * The calendar day in a store, YYYY-MM-DD, for what is done outside a shift.
 * @param at epoch milliseconds. @param timezone an IANA name.
 */
export function dateInStore(at: number, timezone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
