import type { z } from 'zod';

/** Who may say something about a setting, the widest first. The narrowest that does counts. */
export const SETTING_LEVELS = ['company', 'store', 'register'] as const;

export type SettingLevel = (typeof SETTING_LEVELS)[number];

interface SettingSpec<K extends string, S extends z.ZodType> {
  /** `room.what_it_is`, for good: values are kept under it. */
  readonly key: K;
  readonly levels: readonly SettingLevel[];
  readonly schema: S;
  /** What counts where no level says anything. */
  readonly standard: z.output<S>;
}

/** A setting: one definition, in the room that it belongs to (rule S1). */
export interface SettingDefinition<K extends string = string, V = unknown> {
  readonly key: K;
  readonly levels: readonly SettingLevel[];
  readonly schema: z.ZodType<V>;
  readonly standard: V;
  /** A kept value; undefined where there is none, or one that only a newer version can read. */
  read(kept: unknown): V | undefined;
}

/** Defines a setting. @throws where its standard value is none that it allows. */
export function defineSetting<const K extends string, S extends z.ZodType>(spec: SettingSpec<K, S>): SettingDefinition<K, z.output<S>> {
  const schema = spec.schema as unknown as z.ZodType<z.output<S>>;
  schema.parse(spec.standard);
  return {
    key: spec.key,
    levels: spec.levels,
    schema,
    standard: spec.standard,
    read: (kept) => {
      if (kept === undefined) return undefined;
      const parsed = schema.safeParse(kept);
      return parsed.success ? parsed.data : undefined;
    },
  };
}
