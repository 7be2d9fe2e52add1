const two = (value: number): string => String(value).padStart(2, '0');

/** The calendar day of a moment on this computer, YYYY-MM-DD. */
export function dayOf(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The day before that. */
export function dayBefore(at: Date): string {
  return dayOf(new Date(at.getFullYear(), at.getMonth(), at.getDate() - 1));
}

/** The time of day of a moment on this computer, HH:MM. */
export function timeOf(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
