import { describe, expect, it } from 'vitest';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import { doubtLimits } from '../../../domain/doubts/settings.ts';
import { NOT_ROUNDED } from '../../../domain/payments/cash-rounding.ts';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import { cartLineOf, DATE } from '../../../test/support/examples.ts';
import { planPayment } from '../payment/payment-plan.ts';
import { cashHanded, doubtOfSale } from './doubt-of-sale.ts';

const sale = (quantity: number, unitPrice: number, more: Partial<CartLine> = {}) =>
  priceSale([cartLineOf({ quantity, unitPrice, ...more })], {
    pricesIncludeTax: true,
    taxes: oneTaxPerClass({}),
    promotions: [],
    date: DATE,
  });

const KILOGRAMS = { quantityDecimals: 3, unit: 'kg' } as const;

describe('doubtOfSale', () => {
  it.each([
    ['2.39 paid with 20,000', sale(1, 239_000), 2_000_000, '$19,997.61 in change?'],
    ['a million units', sale(1_000_000, 1_000), 1_000_000, '1,000,000 units of Article A?'],
    ['2.39 paid with 100', sale(1, 239_000), 10_000, undefined],
    ['100 units', sale(100, 100_000), 10_000, undefined],
    ['no cash', sale(1, 239_000), null, undefined],
    ['0.640 kg', sale(640, 399_000, KILOGRAMS), 256, undefined],
    ['100 kg', sale(100_000, 1_000, KILOGRAMS), 100, undefined],
    ['1,000 kg', sale(1_000_000, 1_000, KILOGRAMS), 1_000, '1,000.000 kg of Article A?'],
  ])('%s', (_, priced, given, title) => {
    const cash = { currency: 'USD', dueMinor: priced.totalMinor, givenMinor: given };
    expect(doubtOfSale(doubtLimits.standard, priced, cash)?.title).toBe(title);
  });

  it.each<[string, number | null, number, string | undefined]>([
    ['5000 for 50.00 in notes of another currency', null, 500_000, '$4,950.00 in change?'],
    ['too many of both', 250_000, 250_000, '$4,950.00 in change?'],
    ['the right notes', null, 5_000, undefined],
    ['only a part', null, 100, undefined],
    ['no cash', null, 0, undefined],
  ])('counts what notes of another currency are worth: %s', (_, given, askedMinor, title) => {
    const notes = askedMinor > 0 ? [{ id: 'EUR', kind: 'cash' as const, state: 'taken' as const, askedMinor, tender: null }] : [];
    const plan = planPayment(5_000, notes, given, NOT_ROUNDED);
    expect(doubtOfSale(doubtLimits.standard, sale(1, 5_000_000), cashHanded('USD', plan))?.title).toBe(title);
  });
});
