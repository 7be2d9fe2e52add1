import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOfCoupons, couponsOfCodes, findCode, promotionsOfCode } from './coupon-codes.ts';
import { promotion } from './promotion.ts';

const made = (id: string, codes: readonly string[]) =>
  promotion.parse({
    kind: 'sale_percent',
    id,
    name: id,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    basisPoints: 1000,
    codes,
    everything: true,
  });

const promotions = [made('P', ['TEN', 'Xmas', 'a', 'A']), made('Q', ['TEN', 'TEN', 'ten-2']), made('R', [])];

describe('a code that was typed or scanned', () => {
  it.each([
    ['TEN', 'TEN'],
    [' ten ', 'TEN'],
    ['XMAS', 'Xmas'],
    ['a', 'a'],
    ['A', 'A'],
    ['TEN-3', null],
    ['', null],
  ])('%j is %j', (entered, code) => {
    expect(findCode(promotions, entered)).toBe(code);
  });

  it('is not guessed where only capitals tell two apart', () => {
    expect(findCode([made('P', ['aB', 'Ab'])], 'ab')).toBeNull();
  });

  it('unlocks every promotion that has it', () => {
    expect(['TEN', 'ten-2', 'ten'].map((code) => promotionsOfCode(promotions, code).map(({ id }) => id))).toEqual([['P', 'Q'], ['Q'], []]);
  });
});

describe('what a held sale keeps of codes', () => {
  it('[A2] tells another register which they were, and holds none of them', () => {
    const code = fc.string({ minLength: 5, maxLength: 20, unit: fc.constantFrom('A', 'b', '7', '-') });
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 6 }), fc.nat(5), (codes, at) => {
        const all = [made('P', codes), made('Q', codes.slice(0, 2))];
        const entered = codes.slice(0, at + 1);
        const coupons = couponsOfCodes(all, entered);
        expect(codesOfCoupons(all, coupons)).toEqual(entered);
        for (const one of entered) expect(JSON.stringify(coupons)).not.toContain(`"${one}"`);
      }),
    );
  });

  it('forgets a code whose promotion is gone', () => {
    expect(codesOfCoupons([made('Q', ['TEN'])], couponsOfCodes(promotions, ['TEN', 'Xmas']))).toEqual(['TEN']);
    expect(codesOfCoupons([], couponsOfCodes(promotions, ['TEN']))).toEqual([]);
  });
});
