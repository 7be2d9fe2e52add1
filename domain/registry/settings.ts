import type { SettingDefinition } from '../settings/define-setting.ts';
import { SETTINGS } from './registry.ts';

const byKey: ReadonlyMap<string, SettingDefinition> = new Map((SETTINGS as readonly SettingDefinition[]).map((one) => [one.key, one]));

/** The definition of a setting; undefined for one that there is not. */
export function settingOfKey(key: string): SettingDefinition | undefined {
  return byKey.get(key);
}
