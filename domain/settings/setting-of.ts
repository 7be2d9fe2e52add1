import type { StoreReader } from '../base/define-document.ts';
import { type SettingDefinition, SETTING_LEVELS, type SettingLevel } from './define-setting.ts';
import { COMPANY, SETTINGS_DOCUMENT_OF } from './documents.ts';

/** Where a setting is asked for. Without a register, or without a store, the wider levels are asked alone. */
export interface SettingPlace {
  readonly storeId?: string | undefined;
  readonly registerId?: string | undefined;
}

/** The id under which a level of a place keeps its values; undefined where the place has no such level. */
function idAt(level: SettingLevel, { storeId, registerId }: SettingPlace): string | undefined {
  return { company: COMPANY, store: storeId, register: registerId }[level];
}

/** What a setting says in a place: the narrowest level that says something, else the standard (rule S1). */
export function settingOf<V>(reader: StoreReader, setting: SettingDefinition<string, V>, place: SettingPlace): V {
  for (const level of [...SETTING_LEVELS].reverse()) {
    const id = idAt(level, place);
    if (id === undefined || !setting.levels.includes(level)) continue;
    const value = setting.read(reader.get(SETTINGS_DOCUMENT_OF[level], id)?.values[setting.key]);
    if (value !== undefined) return value;
  }
  return setting.standard;
}
