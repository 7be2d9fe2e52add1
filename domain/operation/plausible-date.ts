/** How long before today a business date may be and still be believed: registers are offline for weeks, and journals are kept for years. */
const YEARS_BACK = 10;
/** How far ahead: a clock that is a little fast, and the other side of the date line. */
const DAYS_AHEAD = 7;

/**
 * Whether a business date can be one of a shop that works today. A device with a dead battery says 1970 or 2099.
 * @param date, today YYYY-MM-DD
 */
export function isPlausibleBusinessDate(date: string, today: string): boolean {
  const now = Date.parse(`${today}T00:00:00.000Z`);
  const then = Date.parse(`${date}T00:00:00.000Z`);
  const earliest = new Date(now);
  earliest.setUTCFullYear(earliest.getUTCFullYear() - YEARS_BACK);
  return then >= earliest.getTime() && then <= now + DAYS_AHEAD * 86_400_000;
}
