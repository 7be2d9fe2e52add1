/** Names of members as JSON writes them. There are few, and they come again in every operation. */
const quoted = new Map<string, string>();
const QUOTED_AT_MOST = 2_000;

function quote(name: string): string {
  const known = quoted.get(name);
  if (known !== undefined) return known;
  const made = JSON.stringify(name);
  if (quoted.size < QUOTED_AT_MOST) quoted.set(name, made);
  return made;
}

function writeObject(value: Readonly<Record<string, unknown>>): string {
  let written = '';
  // Without a comparison, sort goes by UTF-16 code units, as RFC 8785 asks for.
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    written += `${written === '' ? '' : ','}${quote(name)}:${write(member)}`;
  }
  return `{${written}}`;
}

function writeArray(values: readonly unknown[]): string {
  let written = '';
  for (let index = 0; index < values.length; index += 1) written += `${index === 0 ? '' : ','}${write(values[index])}`;
  return `[${written}]`;
}

/** Whether an object names its members in code-unit order, and each of them is one that JSON carries unchanged. */
function isInOrder(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before: string | null = null;
  for (const name of Object.keys(value)) {
    if ((before !== null && name < before) || !isInOrder((value as Readonly<Record<string, unknown>>)[name])) return false;
    before = name;
  }
  return true;
}

function write(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be written as JSON.`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return writeArray(value as readonly unknown[]);
  if (typeof value === 'object') return writeObject(value as Readonly<Record<string, unknown>>);
  throw new TypeError(`A ${typeof value} cannot be written as JSON.`);
}

/**
 * Canonical JSON after RFC 8785 for the values an operation may hold: keys in code-unit order, no white space,
 * numbers as ECMAScript prints them. Two equal contents give the same text on every machine (rule J2).
 * What is in that order already, as every sealed operation is, is sorted by nobody again.
 * @throws TypeError on what JSON cannot carry unchanged: undefined in an array, NaN, Infinity, functions, bigint.
 */
export function canonicalJson(value: unknown): string {
  return isInOrder(value) ? JSON.stringify(value) : write(value);
}
