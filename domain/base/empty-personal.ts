import type { DocumentDefinition } from './define-document.ts';

/** What stands where a text has to be something. */
export const ERASED = 'Erased';

/** What a personal field is emptied to: the first of these that its schema allows. */
const EMPTY: readonly unknown[] = [null, '', ERASED, []];

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** A copy with another value at a path; the same object where the path leads nowhere. */
function withAt(body: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  return isObject(body) && step in body ? { ...body, [step]: withAt(body[step], rest, value) } : body;
}

/**
 * A document without what is personal in it (rule A2); it is as valid as before.
 * @throws TypeError where a field that its definition calls personal cannot be emptied.
 */
export function emptyPersonal<B>({ kind, schema, personal }: DocumentDefinition<string, B>, body: B): B {
  return personal.reduce((whole: B, path) => {
    const emptied = EMPTY.map((value) => withAt(whole, path.split('.'), value)).find((one) => schema.safeParse(one).success);
    if (emptied === undefined) throw new TypeError(`${kind}.${path} cannot be emptied.`);
    return emptied as B;
  }, body);
}
