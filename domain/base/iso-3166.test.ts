import { describe, expect, it } from 'vitest';
import { isKnownCountry, needsCity, needsPostalCode } from './iso-3166.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
/** What the runtime names beside the countries of today: those that are no more, parts and unions of them, and tests. */
const NO_COUNTRY = 'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ'.split(' ');

describe('the countries of ISO 3166', () => {
  it('are those that the runtime knows', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const known = PAIRS.filter((code) => names.of(code) !== undefined && !NO_COUNTRY.includes(code));
    expect(PAIRS.filter(isKnownCountry)).toEqual(known);
    expect(known).toHaveLength(250);
  });

  it.each([['us'], ['USA'], ['United States'], ['UK'], ['']])('has no %j', (code) => {
    expect(isKnownCountry(code)).toBe(false);
  });

  it('says what an address needs', () => {
    expect(['US', 'DE', 'JP', 'SG', 'HK', 'AE', 'IE'].map((code) => [code, needsCity(code), needsPostalCode(code)])).toEqual([
      ['US', true, true],
      ['DE', true, true],
      ['JP', false, true],
      ['SG', false, true],
      ['HK', false, false],
      ['AE', false, false],
      ['IE', true, false],
    ]);
    for (const code of PAIRS) if (needsPostalCode(code) || !needsCity(code)) expect([code, isKnownCountry(code)]).toEqual([code, true]);
  });
});
