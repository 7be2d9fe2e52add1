/**
 * What a structured clone keeps, written as text, because the DevTools protocol carries nothing else. These functions also
 * run inside the page: each stands alone, and they name only each other.
 */

/** Writes a value as text. Throws what the browser throws where a value cannot be cloned, such as a function. */
export function writeClone(value: unknown): string {
  const write = (one: unknown): unknown => {
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return one;
    if (one === undefined) return ['undefined'];
    if (typeof one === 'number')
      return Number.isFinite(one) && !Object.is(one, -0) ? one : ['number', Object.is(one, -0) ? '-0' : String(one)];
    if (typeof one === 'bigint') return ['bigint', String(one)];
    if (one instanceof Date) return ['date', one.getTime()];
    if (one instanceof Map) return ['map', [...one].map(([key, item]) => [write(key), write(item)])];
    if (one instanceof Set) return ['set', [...one].map(write)];
    if (one instanceof Uint8Array) return ['bytes', [...one]];
    if (one instanceof Error) return ['error', one.name, one.message];
    if (Array.isArray(one)) return ['array', one.map(write)];
    if (typeof one === 'object') return ['object', Object.entries(one).map(([key, item]) => [key, write(item)])];
    throw new DOMException('An object could not be cloned.', 'DataCloneError');
  };
  return JSON.stringify(write(value));
}

/** Reads what {@link writeClone} wrote. */
export function readClone(text: string): unknown {
  const read = (one: unknown): unknown => {
    if (!Array.isArray(one)) return one;
    const [kind, body, message] = one as [string, never, string];
    switch (kind) {
      case 'number':
        return Number(body);
      case 'bigint':
        return BigInt(body);
      case 'date':
        return new Date(body);
      case 'map':
        return new Map((body as [unknown, unknown][]).map(([key, item]) => [read(key), read(item)]));
      case 'set':
        return new Set((body as unknown[]).map(read));
      case 'bytes':
        return Uint8Array.from(body);
      case 'error':
        return Object.assign(new Error(message), { name: body as string });
      case 'array':
        return (body as unknown[]).map(read);
      case 'object':
        return Object.fromEntries((body as [string, unknown][]).map(([key, item]) => [key, read(item)]));
      default:
        return undefined;
    }
  };
  return read(JSON.parse(text));
}
