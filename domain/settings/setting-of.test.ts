import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DocumentMap } from '../base/document-map.ts';
import { defineSetting, SETTING_LEVELS, type SettingLevel } from './define-setting.ts';
import { COMPANY, SETTINGS_DOCUMENT_OF } from './documents.ts';
import { settingOf } from './setting-of.ts';

const minutes = defineSetting({ key: 'test.minutes', levels: ['company', 'store', 'register'], schema: z.number().min(1), standard: 10 });
const idOf = { company: COMPANY, store: 'S1', register: 'R1' };
const place = { storeId: 'S1', registerId: 'R1' };

function reader(said: Partial<Record<SettingLevel, unknown>>): DocumentMap {
  const map = new DocumentMap();
  for (const level of SETTING_LEVELS)
    if (said[level] !== undefined)
      map.set(SETTINGS_DOCUMENT_OF[level].kind, idOf[level], { id: idOf[level], values: { 'test.minutes': said[level] } });
  return map;
}

describe('a setting', () => {
  it.each<[string, Partial<Record<SettingLevel, unknown>>, number]>([
    ['nobody', {}, 10],
    ['the company', { company: 20 }, 20],
    ['the store and the company', { company: 20, store: 30 }, 30],
    ['everybody', { company: 20, store: 30, register: 40 }, 40],
    ['the company and the register', { company: 20, register: 40 }, 40],
    ['a newer version, which means something else by it', { company: 20, store: { from: 1, to: 2 } }, 20],
    ['only a newer version', { register: 'long' }, 10],
  ])('[S1] is what the narrowest level says: %s', (_who, said, value) => {
    expect(settingOf(reader(said), minutes, place)).toBe(value);
  });

  it('[S1] of the company does not ask stores, nor a place that has no register its registers', () => {
    const wide = defineSetting({ key: 'test.minutes', levels: ['company'], schema: z.number(), standard: 1 });
    expect(settingOf(reader({ company: 2, store: 3, register: 4 }), wide, place)).toBe(2);
    expect(settingOf(reader({ company: 20, store: 30, register: 40 }), minutes, { storeId: 'S1' })).toBe(30);
    expect(settingOf(reader({ company: 20, store: 30 }), minutes, {})).toBe(20);
  });

  it('[S1] counts as said by whoever is narrowest, whatever is said', () => {
    fc.assert(
      fc.property(
        fc.record(
          { company: fc.integer({ min: 1 }), store: fc.integer({ min: 1 }), register: fc.integer({ min: 1 }) },
          { requiredKeys: [] },
        ),
        (said) => {
          expect(settingOf(reader(said), minutes, place)).toBe(said.register ?? said.store ?? said.company ?? 10);
        },
      ),
    );
  });
});
