import { describe, expect, it } from 'vitest';
import { scannerPrefixes } from './settings.ts';
import { codeOfWedge, digitsOfAzerty, suspectedLayout, withoutPrefix } from './wedge-text.ts';

describe('what a keyboard wedge sends', () => {
  it.each([['4006\r'], ['4006\r\n'], ['4006\t'], ['\u00024006\u0003'], ['*4006*'], [' 4006 ']])('%j holds 4006', (raw) => {
    expect(codeOfWedge(raw, [])).toBe('4006');
  });

  it('has a separator replaced only where the scanner is set to', () => {
    expect(codeOfWedge('10A|17', [])).toBe('10A|17');
    expect(codeOfWedge('10A|17', ['|'])).toBe('10A\u001d17');
    expect(codeOfWedge('10A^]17', ['^', '^]'])).toBe('10A\u001d17');
    expect(codeOfWedge('\u001d01', [])).toBe('\u001d01');
  });

  it.each([
    ['~4006', ['~'], '4006'],
    ['~~4006', ['~'], '~4006'],
    ['S~]E04006', ['S', 'S~'], ']E04006'],
    ['~4006', [], '~4006'],
    ['4006', ['~'], '4006'],
    ['~', ['~'], '~'],
  ])('%s is without the prefixes %j: %s', (code, prefixes, bare) => {
    expect(withoutPrefix(code, prefixes)).toBe(bare);
  });

  it.each([
    [['~', 'S~'], true],
    [['4'], false],
    [[']E'], false],
    [[' '], false],
    [[''], false],
  ])('the prefixes %j can be set: %s', (prefixes, can) => {
    expect(scannerPrefixes.schema.safeParse(prefixes).success).toBe(can);
  });

  it('shows that the keyboard is set to another country, or to capitals', () => {
    expect(digitsOfAzerty(`à&é"'(-è_ç`)).toBe('0123456789');
    expect(digitsOfAzerty('café')).toBeNull();
    expect(digitsOfAzerty('12')).toBeNull();
    expect(['+C101', 'àà', ']D2010', '+C', ']e001'].map(suspectedLayout)).toEqual([
      'layout_suspected',
      'layout_suspected',
      'caps_lock_suspected',
      null,
      null,
    ]);
  });
});
