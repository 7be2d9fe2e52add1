import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppliedTax, exactTaxes, type TaxedLine } from './exact-taxes.ts';

const taxOf = (ratePpm: number, given: Partial<AppliedTax> = {}): AppliedTax => ({
  code: 'T',
  ratePpm,
  compound: false,
  fromMinor: 0,
  toMinor: null,
  ...given,
});
const lineOf = (amountMinor: number, taxes: AppliedTax[], quantity = 1, quantityDecimals = 0): TaxedLine => ({
  amountMinor,
  quantity,
  quantityDecimals,
  taxes,
});
const valuesOf = (line: TaxedLine, inclusive = false) => {
  const { numerators, denominator } = exactTaxes(line, inclusive);
  return numerators.map((numerator) => Number(numerator) / Number(denominator));
};

describe('the exact taxes of a line', () => {
  it.each<[string, TaxedLine, boolean, number[]]>([
    ['on top', lineOf(1000, [taxOf(50_000), taxOf(99_750)]), false, [50, 99.75]],
    ['within', lineOf(1200, [taxOf(100_000), taxOf(100_000)]), true, [100, 100]],
    ['on tax', lineOf(1000, [taxOf(100_000), taxOf(100_000, { compound: true })]), false, [100, 110]],
    ['on tax, within', lineOf(1210, [taxOf(100_000), taxOf(100_000, { compound: true })]), true, [100, 110]],
    ['up to a cap', lineOf(200_000, [taxOf(27_500, { toMinor: 160_000 })]), false, [4400]],
    ['between two', lineOf(500_000, [taxOf(27_500, { fromMinor: 160_000, toMinor: 320_000 })]), false, [4400]],
    ['below both', lineOf(100_000, [taxOf(27_500, { fromMinor: 160_000, toMinor: 320_000 })]), false, [0]],
    ['a cap by article', lineOf(200_000, [taxOf(27_500, { toMinor: 160_000 })], 2), false, [5500]],
    ['a cap by weight', lineOf(300, [taxOf(100_000, { toMinor: 100 })], 1500, 3), false, [15]],
    ['a cap, within', lineOf(1050, [taxOf(100_000, { toMinor: 500 })]), true, [50]],
    ['below the cap, within', lineOf(110, [taxOf(100_000, { toMinor: 500 })]), true, [10]],
    ['of goods that come back', lineOf(-1000, [taxOf(50_000)]), false, [-50]],
  ])('[M1] %s', (_what, line, inclusive, expected) => {
    expect(valuesOf(line, inclusive)).toEqual(expected);
  });

  it('[M1] taken out of a price with tax are those that made it, whatever the taxes', () => {
    const tax = fc
      .record({
        ratePpm: fc.integer({ min: 0, max: 1_000_000 }),
        compound: fc.boolean(),
        fromMinor: fc.integer({ min: 0, max: 5000 }),
        width: fc.option(fc.integer({ min: 0, max: 5000 })),
      })
      .map(({ width, ...given }) => taxOf(given.ratePpm, { ...given, toMinor: width === null ? null : given.fromMinor + width }));
    fc.assert(
      fc.property(fc.array(tax, { maxLength: 4 }), fc.nat(20_000), fc.integer({ min: 1, max: 5 }), (taxes, net, quantity) => {
        const made = exactTaxes(lineOf(net, taxes, quantity), false);
        const sum = made.numerators.reduce((a, b) => a + b, 0n);
        const [factor, price] = [made.denominator, BigInt(net) * made.denominator + sum];
        // The price as a whole number of finer units, and the caps with it.
        const finer = taxes.map((one) => ({
          ...one,
          fromMinor: Number(BigInt(one.fromMinor) * factor),
          toMinor: one.toMinor === null ? null : Number(BigInt(one.toMinor) * factor),
        }));
        fc.pre(
          price < BigInt(Number.MAX_SAFE_INTEGER) && finer.every((one) => Number.isSafeInteger(Math.max(one.fromMinor, one.toMinor ?? 0))),
        );
        const found = exactTaxes(lineOf(Number(price), finer, quantity), true);
        expect(found.numerators.map((numerator) => numerator / found.denominator)).toEqual(made.numerators);
      }),
    );
  });
});
