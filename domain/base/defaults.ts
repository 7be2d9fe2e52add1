import type { z } from 'zod';

/** What a schema lets writers leave out, and readers fill in again: fields with a `default`. */
export interface Defaults {
  /** The value without the fields that hold their default. */
  leaveOut(value: unknown): unknown;
  /** The value with its defaults; the same object where none is missing. */
  fillIn(value: unknown): unknown;
}

type Fields = Readonly<Record<string, unknown>>;

interface Field {
  readonly name: string;
  readonly plain?: { readonly value: unknown };
  readonly inner?: Defaults;
}

interface Shape {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly defaultValue?: unknown;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
}

const shapeOf = (schema: z.ZodType): Shape => schema.def as unknown as Shape;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Defaults are null, numbers, texts, booleans and empty lists. */
function isPlain(value: unknown, plain: unknown): boolean {
  return value === plain || (Array.isArray(plain) && Array.isArray(value) && value.length === 0);
}

function fieldOf(name: string, schema: z.ZodType): Field {
  const { type, defaultValue, innerType } = shapeOf(schema);
  const isDefault = type === 'default' && innerType !== undefined;
  const inner = compile(isDefault ? innerType : schema);
  return { name, ...(isDefault && { plain: { value: defaultValue } }), ...(inner !== null && { inner }) };
}

/** Copies name by name: an object from which names were deleted is slow to read and to write from then on. */
function leaveOutOf(fields: ReadonlyMap<string, Field>, value: Fields): Fields {
  const left: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const held = value[name];
    const field = fields.get(name);
    if (field?.plain !== undefined && isPlain(held, field.plain.value)) continue;
    left[name] = field?.inner === undefined ? held : field.inner.leaveOut(held);
  }
  return left;
}

function fillInOf(fields: readonly Field[], value: Fields): Fields {
  let filled: Record<string, unknown> | null = null;
  for (const { name, plain, inner } of fields) {
    const held = value[name];
    const made = held === undefined && plain !== undefined ? plain.value : inner === undefined ? held : inner.fillIn(held);
    if (made !== held) (filled ??= { ...value })[name] = made;
  }
  return filled ?? value;
}

function ofObject(shape: Readonly<Record<string, z.ZodType>>): Defaults | null {
  const fields = Object.entries(shape)
    .map(([name, schema]) => fieldOf(name, schema))
    .filter(({ plain, inner }) => plain !== undefined || inner !== undefined);
  if (fields.length === 0) return null;
  const byName = new Map(fields.map((field) => [field.name, field]));
  return {
    leaveOut: (value) => (isFields(value) ? leaveOutOf(byName, value) : value),
    fillIn: (value) => (isFields(value) ? fillInOf(fields, value) : value),
  };
}

function ofArray(element: z.ZodType): Defaults | null {
  const inner = compile(element);
  if (inner === null) return null;
  return {
    leaveOut: (value) => (Array.isArray(value) ? value.map(inner.leaveOut) : value),
    fillIn: (value) => {
      if (!Array.isArray(value)) return value;
      const filled = value.map(inner.fillIn);
      return filled.some((one, index) => one !== value[index]) ? filled : value;
    },
  };
}

function ofUnion(options: readonly z.ZodType[], discriminator: string): Defaults | null {
  const byKind = new Map<unknown, Defaults>();
  for (const option of options) {
    const inner = compile(option);
    if (inner === null) continue;
    for (const kind of option._zod.propValues?.[discriminator] ?? []) byKind.set(kind, inner);
  }
  if (byKind.size === 0) return null;
  const optionOf = (value: unknown): Defaults | undefined => (isFields(value) ? byKind.get(value[discriminator]) : undefined);
  return {
    leaveOut: (value) => optionOf(value)?.leaveOut(value) ?? value,
    fillIn: (value) => optionOf(value)?.fillIn(value) ?? value,
  };
}

function compile(schema: z.ZodType): Defaults | null {
  const { type, shape, element, innerType, options, discriminator } = shapeOf(schema);
  if (type === 'object' && shape !== undefined) return ofObject(shape);
  if (type === 'array' && element !== undefined) return ofArray(element);
  if (type === 'nullable' && innerType !== undefined) return compile(innerType);
  if (type === 'union' && options !== undefined && discriminator !== undefined) return ofUnion(options, discriminator);
  return null;
}

const NONE: Defaults = { leaveOut: (value) => value, fillIn: (value) => value };

/** The defaults of a schema and of all that it holds: objects, lists, and choices by a discriminator. */
export function defaultsOf(schema: z.ZodType): Defaults {
  return compile(schema) ?? NONE;
}
