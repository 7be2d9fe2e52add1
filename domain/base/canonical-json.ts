/**
 * Canonical JSON after RFC 8785 for the values an operation may hold: keys in code-unit order, no white space,
 * numbers as ECMAScript prints them. Two equal contents give the same text on every machine (rule J2).
 * @throws TypeError on what JSON cannot carry unchanged: undefined in an array, NaN, Infinity, functions, bigint.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be written as JSON.`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${entries.join(',')}}`;
  }
  throw new TypeError(`A ${typeof value} cannot be written as JSON.`);
}
