/** The last day of a month, 1 to 12. */
function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Reads YYMMDD. The century is the one that is nearest to today (GS1 General Specifications, section 7.12); day 00 is the
 * last of the month.
 * @param today YYYY-MM-DD.
 * @returns YYYY-MM-DD; null where there is no such day.
 */
export function readGs1Date(text: string, today: string): string | null {
  const [, yy, mm, dd] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (yy === undefined || mm === undefined || dd === undefined) return null;
  const thisYear = Number(today.slice(0, 4));
  const distance = Number(yy) - (thisYear % 100);
  const century = Math.floor(thisYear / 100) + (distance >= 51 ? -1 : distance <= -50 ? 1 : 0);
  const [year, month] = [century * 100 + Number(yy), Number(mm)];
  if (month < 1 || month > 12 || Number(dd) > lastDay(year, month)) return null;
  const day = dd === '00' ? String(lastDay(year, month)) : dd;
  return `${year}-${mm}-${day}`;
}
