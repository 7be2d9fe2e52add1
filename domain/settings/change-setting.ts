import { accept, refuse, type Result } from '../base/result.ts';
import type { SettingDefinition, SettingLevel } from './define-setting.ts';
import type { SettingValues } from './documents.ts';

/** Why a setting is not changed: a code, and what it is about. `issue` is the schema's own sentence, for whoever wrote the request. */
export type SettingRefusal =
  | { readonly code: 'wrong_level'; readonly levels: readonly SettingLevel[] }
  | { readonly code: 'bad_value'; readonly path: string; readonly issue: string };

export interface SettingChange {
  readonly level: SettingLevel;
  /** `company`, or the id of the store or the register. */
  readonly id: string;
  /** The new value; undefined says nothing any more, and the wider level counts again. */
  readonly value: unknown;
}

/** Decides what a level says from now on (rule S1). @param before what it says now; undefined where it never said anything. */
export function changeSetting<V>(
  setting: SettingDefinition<string, V>,
  before: SettingValues | undefined,
  { level, id, value }: SettingChange,
): Result<SettingValues, SettingRefusal> {
  if (!setting.levels.includes(level)) return refuse({ code: 'wrong_level', levels: setting.levels });
  const { [setting.key]: _, ...others } = before?.values ?? {};
  if (value === undefined) return accept({ id, values: others });
  const parsed = setting.schema.safeParse(value);
  if (parsed.success) return accept({ id, values: { ...others, [setting.key]: parsed.data } });
  const [issue] = parsed.error.issues;
  return refuse({ code: 'bad_value', path: issue?.path.join('.') ?? '', issue: issue?.message ?? 'not valid' });
}
