/**
 * The rows of a JSON file: an array, or an object of lists for a kind that has such. Null where it is neither.
 * @param lists the names of the lists that count; others are left out.
 */
export function rowsIn(value: unknown, lists: readonly string[] = []): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  const found = Object.entries(value).filter(([name, rows]) => lists.includes(name) && Array.isArray(rows));
  return found.length === 0 ? null : found.flatMap(([, rows]) => rows as unknown[]);
}
