import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf } from '../../test/support/examples.ts';
import { isAtListedPrice, priceLines } from './price-lines.ts';
import type { ChoosePrice } from './price-of.ts';

const NONE: ChoosePrice = () => null;
/** 0.90, and 0.80 from five units on. */
const chooses: ChoosePrice = (sku, quantity) =>
  sku === 'A'
    ? { unitPrice: quantity >= 5000 ? 80_000 : 90_000, priceListId: 'L', fromQuantity: quantity >= 5000 ? 5 : null, breaks: [] }
    : null;

describe('priceLines', () => {
  it('prices goods by the list, and keeps what the catalog asks', () => {
    const lines = [cartLineOf({ sku: 'A' }), cartLineOf({ sku: 'B' })];
    expect(priceLines(lines, chooses)).toEqual([
      cartLineOf({ sku: 'A', unitPrice: 90_000, priceSource: 'price_list', catalogPrice: 100_000 }),
      cartLineOf({ sku: 'B' }),
    ]);
  });

  it('a break counts the units of all lines of an article, weighed or not', () => {
    const lines = [
      cartLineOf({ quantity: 3 }),
      cartLineOf({ quantity: 1, note: 'gift' }),
      cartLineOf({ quantity: 1000, quantityDecimals: 3, unit: 'kg' }),
    ];
    expect(priceLines(lines, chooses).map(({ unitPrice }) => unitPrice)).toEqual([80_000, 80_000, 80_000]);
    expect(priceLines(lines.slice(1), chooses).map(({ unitPrice }) => unitPrice)).toEqual([90_000, 90_000]);
  });

  it.each([
    [4999, 90_000],
    [5000, 80_000],
  ])('%i g of weighed goods cost %i a kilogram', (quantity, unitPrice) => {
    const [line] = priceLines([cartLineOf({ quantity, quantityDecimals: 3, unit: 'kg' })], chooses);
    expect(line?.unitPrice).toBe(unitPrice);
  });

  it.each([
    ['a label', { priceSource: 'barcode' as const }],
    ['a person', { priceSource: 'entered' as const }],
    ['a scale', { priceSource: 'scale' as const }],
    ['a gift card', { kind: 'gift_card' as const }],
    ['goods that come back', { quantity: -1 }],
  ])('the price of %s stays, and does not count for breaks', (_what, given) => {
    const line = cartLineOf({ quantity: 9, ...given });
    expect(isAtListedPrice(line)).toBe(false);
    const [first, second] = priceLines([line, cartLineOf({ quantity: 4 })], chooses);
    expect([first, second?.unitPrice]).toEqual([line, 90_000]);
  });

  it('the same again changes nothing, and without lists the price of the catalog is back', () => {
    const line = fc.record({ sku: fc.constantFrom('A', 'B'), quantity: fc.integer({ min: 1, max: 9 }) }).map(cartLineOf);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const priced = priceLines(lines, chooses);
        expect(priceLines(priced, chooses)).toBe(priced);
        expect(priceLines(priced, NONE)).toEqual(lines);
        expect(priceLines(lines, NONE)).toBe(lines);
      }),
    );
  });
});
