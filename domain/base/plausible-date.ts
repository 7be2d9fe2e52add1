/**
 * How far from today a business date may be and still be believed. Registers are offline for weeks, journals are kept for
 * years, and clocks are wrong by months; a device with a dead battery says 1970 or 2099.
 */
const YEARS_BACK = 10;
const YEARS_AHEAD = 2;

function yearsFrom(today: string, years: number): number {
  const date = new Date(`${today}T00:00:00.000Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.getTime();
}

/**
 * Whether a business date can be one of a shop that works today.
 * @param date, today YYYY-MM-DD
 */
export function isPlausibleBusinessDate(date: string, today: string): boolean {
  const then = Date.parse(`${date}T00:00:00.000Z`);
  return then >= yearsFrom(today, -YEARS_BACK) && then <= yearsFrom(today, YEARS_AHEAD);
}
