import { describe, expect, it } from 'vitest';
import { isPlausibleBusinessDate } from './plausible-date.ts';

describe('isPlausibleBusinessDate', () => {
  it.each([
    ['2026-11-25', true],
    ['2026-10-01', true],
    ['2016-11-25', true],
    ['2016-11-24', false],
    ['2028-11-25', true],
    ['2028-11-26', false],
    ['1970-01-01', false],
    ['0001-01-01', false],
    ['9999-12-31', false],
  ])('%s on 2026-11-25: %s', (date, plausible) => {
    expect(isPlausibleBusinessDate(date, '2026-11-25')).toBe(plausible);
  });
});
