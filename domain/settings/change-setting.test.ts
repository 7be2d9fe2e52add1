import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingOfKey } from '../registry/settings.ts';
import { changeSetting } from './change-setting.ts';
import { onePerClass } from '../tax/tax-table.ts';
import { defineSetting, type SettingDefinition } from './define-setting.ts';

const minutes = defineSetting({ key: 'test.minutes', levels: ['company', 'store', 'register'], schema: z.number().min(1), standard: 10 });

describe('a setting', () => {
  it('[S1] is changed alone, and said no more when there is nothing to say', () => {
    const before = { id: 'S1', values: { other: 1, 'test.minutes': 5 } };
    const change = { level: 'store', id: 'S1' } as const;
    expect(changeSetting(minutes, before, { ...change, value: 7 })).toEqual({
      ok: true,
      value: { id: 'S1', values: { other: 1, 'test.minutes': 7 } },
    });
    expect(changeSetting(minutes, before, { ...change, value: undefined })).toEqual({
      ok: true,
      value: { id: 'S1', values: { other: 1 } },
    });
    expect(changeSetting(minutes, undefined, { ...change, value: 7 })).toMatchObject({
      ok: true,
      value: { values: { 'test.minutes': 7 } },
    });
  });

  it('is refused with the field that is wrong, and on a level that it does not have', () => {
    const rates = settingOfKey('tax.table') as SettingDefinition;
    expect(changeSetting(rates, undefined, { level: 'store', id: 'S1', value: onePerClass({ standard: 2_000_000 }) })).toMatchObject({
      ok: false,
      refusal: { code: 'bad_value', path: 'taxes.standard.rates.0.ratePpm' },
    });
    expect(changeSetting(rates, undefined, { level: 'register', id: 'R1', value: {} })).toEqual({
      ok: false,
      refusal: { code: 'wrong_level', levels: ['company', 'store'] },
    });
  });
});
