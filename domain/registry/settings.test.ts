import { describe, expect, it } from 'vitest';
import type { SettingDefinition } from '../settings/define-setting.ts';
import { SETTINGS } from './registry.ts';
import { settingOfKey } from './settings.ts';

describe('every setting', () => {
  it.each((SETTINGS as readonly SettingDefinition[]).map((one) => [one.key, one] as const))(
    '%s has a standard that it allows, and is found by its key',
    (key, setting) => {
      expect(key).toMatch(/^[a-z]+\.[a-z_]+$/);
      expect(setting.read(JSON.parse(JSON.stringify(setting.standard)))).toEqual(setting.standard);
      expect(settingOfKey(key)).toBe(setting);
      expect(new Set(SETTINGS.map((one) => one.key)).size).toBe(SETTINGS.length);
    },
  );
});
