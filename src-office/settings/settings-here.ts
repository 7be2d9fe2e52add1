import { createContext, useContext } from 'react';
import type { SettingDefinition } from '../../domain/settings/define-setting.ts';

/** What counts, by key, in the place whose settings are shown. */
const SettingsHere = createContext<(key: string) => unknown>(() => undefined);

export const SettingsHereProvider = SettingsHere.Provider;

/** What another setting says where this one is changed; its standard where that is not known. */
export function useSettingHere<V>(setting: SettingDefinition<string, V>): V {
  return setting.read(useContext(SettingsHere)(setting.key)) ?? setting.standard;
}
