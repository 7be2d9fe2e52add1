/** The most characters of an amount that keys put together. */
const MOST = 13;

/**
 * An amount after one more key: a digit, two zeros, or the decimal sign.
 * @param point the decimal sign; null where the currency has no digits behind it.
 */
export function typeKey(text: string, key: string, point: string | null): string {
  if (text.length + key.length > MOST) return text;
  if (key === point) return text.includes(key) ? text : `${text === '' ? '0' : text}${key}`;
  return text === '0' || text === '' ? key.replace(/^00$/, '0') : text + key;
}
