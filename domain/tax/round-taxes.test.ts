import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUNDING_MODES } from '../base/round-ratio.ts';
import { ROUNDING_SCOPES, taxAmounts, type TaxRounding } from './round-taxes.ts';
import type { TaxedLine } from './exact-taxes.ts';

const CODES = ['A', 'B', 'C'];
const rates: Readonly<Record<string, number>> = { A: 40_000, B: 45_000, C: 3750 };
const lineOf = (amountMinor: number, codes: readonly string[]): TaxedLine => ({
  amountMinor,
  quantity: 1,
  quantityDecimals: 0,
  taxes: codes.map((code) => ({ code, ratePpm: rates[code] ?? 0, compound: false, fromMinor: 0, toMinor: null })),
});
const rounded = (lines: readonly TaxedLine[], scope: TaxRounding['scope'], mode: TaxRounding['mode'] = 'half_up') =>
  taxAmounts(lines, { inclusive: false, rounding: { scope, mode }, codes: CODES });

describe('rounded taxes', () => {
  const basket = [1058, 379, 1279].map((amount) => lineOf(amount, CODES));

  it.each<[TaxRounding['scope'], number[]]>([
    ['per_line_per_tax', [94, 33, 114]],
    ['per_line_combined', [94, 34, 114]],
    ['per_document_per_tax', [95, 33, 113]],
    ['per_document_combined', [95, 33, 113]],
  ])('[M1] %s', (scope, expected) => {
    expect(rounded(basket, scope).map((amounts) => amounts.reduce((a, b) => a + b, 0))).toEqual(expected);
  });

  it('[M1] of goods that come back mirror those of their sale, in every scope and mode', () => {
    const line = fc.tuple(fc.nat(10_000), fc.subarray(CODES)).map(([amount, codes]) => lineOf(amount, codes));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.constantFrom(...ROUNDING_SCOPES),
        fc.constantFrom(...ROUNDING_MODES),
        (lines, scope, mode) => {
          const back = lines.map((one) => ({ ...one, amountMinor: -one.amountMinor }));
          const mirrored = rounded(lines, scope, mode).map((amounts) => amounts.map((amount) => -amount || 0));
          expect(rounded(back, scope, mode)).toEqual(mirrored);
        },
      ),
    );
  });

  it('[M1] of an exchange stay with their lines, although their sum is near zero', () => {
    expect(rounded([lineOf(10_000, ['A']), lineOf(-9990, ['A'])], 'per_document_per_tax')).toEqual([[400], [-400]]);
  });

  it('[M1] are at most one minor unit from exact on each line, and add up to what was rounded at once', () => {
    const line = fc.tuple(fc.nat(100_000), fc.subarray(CODES, { minLength: 1 })).map(([amount, codes]) => lineOf(amount, codes));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const exact = lines.reduce((sum, one) => sum + one.taxes.reduce((all, tax) => all + one.amountMinor * tax.ratePpm, 0), 0);
        const amounts = rounded(lines, 'per_document_combined').flat();
        expect(amounts.reduce((a, b) => a + b, 0)).toBe(Math.round(exact / 1_000_000));
        expect(amounts.every((amount) => amount >= 0)).toBe(true);
      }),
    );
  });
});
