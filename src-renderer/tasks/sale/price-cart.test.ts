import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Customer, unnamedCustomer } from '../../../domain/customers/customer.ts';
import { type Promotion, promotion as promotionSchema } from '../../../domain/promotions/promotion.ts';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import { taxes, taxRounding } from '../../../domain/tax/settings.ts';
import { taxTable } from '../../../domain/tax/tax-table.ts';
import { NOT_ROUNDED } from '../../../domain/payments/cash-rounding.ts';
import { counterRules, priceCart, rulesFor } from './price-cart.ts';

const company = { name: 'Company', currency: 'USD', pricesIncludeTax: false };
const store = { id: 'S1', name: 'Store', address: '', timezone: 'America/New_York', taxRates: { standard: 88_750 }, stagingLocations: [] };
const view = { company, store, promotions: [], taxTable: taxes.standard, taxRounding: taxRounding.standard, cashRounding: NOT_ROUNDED };
const span = { startsOn: '2026-03-01', endsOn: '2026-03-31' };

const sku = fc.constantFrom('A', 'B', 'C', 'D', 'E');
const promotion = fc.oneof(
  fc
    .record({ id: fc.uuid(), skus: fc.uniqueArray(sku), basisPoints: fc.integer({ min: 1, max: 10_000 }), until: fc.boolean() })
    .map(
      ({ until, ...given }): Promotion =>
        promotionSchema.parse({ kind: 'percent_off', name: 'Percent', ...span, ...given, ...(until ? { endsOn: '2026-03-01' } : {}) }),
    ),
  fc
    .record({ id: fc.uuid(), skus: fc.uniqueArray(sku) })
    .map((given): Promotion => promotionSchema.parse({ kind: 'multi_buy', name: 'Three for two', ...span, buy: 3, pay: 2, ...given })),
);
const cart = fc
  .uniqueArray(fc.record({ sku, quantity: fc.integer({ min: 1, max: 9 }), unitPrice: fc.integer({ min: 0, max: 9_999_999 }) }), {
    selector: (line) => line.sku,
  })
  .map((lines) => lines.map((line) => ({ ...line, gtin: null, name: line.sku, taxClass: 'standard' })));

describe('the price of a cart', () => {
  it('[M1] is what the domain says it is', () => {
    fc.assert(
      fc.property(cart, fc.array(promotion, { maxLength: 5 }), (lines, promotions) => {
        const counter = counterRules({ ...view, promotions }, '2026-03-02');
        if (counter === null) throw new Error('There are rules.');
        expect(priceCart(lines, counter)).toEqual(
          priceSale(lines, { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 88_750 }), promotions, date: '2026-03-02' }),
        );
      }),
    );
  });

  it('promotions of other stores do not hold, and those with hours hold within them', () => {
    const given = { kind: 'percent_off', skus: ['A'], ...span, basisPoints: 1000, name: 'P' };
    const timed = promotionSchema.parse({ ...given, id: 'T', fromTime: '17:00', untilTime: '18:00' });
    const here = promotionSchema.parse({ ...given, id: 'H', storeIds: ['S1'] });
    const there = promotionSchema.parse({ ...given, id: 'O', storeIds: ['S2'] });
    const lines = [{ sku: 'A', quantity: 1, unitPrice: 1_000_000, gtin: null, name: 'A', taxClass: 'standard' }];
    const applied = (promotions: Promotion[], time?: string) => {
      const counter = counterRules({ ...view, promotions }, '2026-03-02', time);
      return counter === null ? null : priceCart(lines, counter).promotions.applied.map(({ promotionId }) => promotionId);
    };
    expect([applied([timed]), applied([timed], '16:59'), applied([timed], '17:00'), applied([here]), applied([there])]).toEqual([
      [],
      [],
      ['T'],
      ['H'],
      [],
    ]);
  });

  it('is that of the customer: prices of their groups, and no taxes while their certificate holds', () => {
    const given = { kind: 'percent_off', skus: ['A'], ...span, basisPoints: 1000, name: 'P' };
    const trade = promotionSchema.parse({ ...given, id: 'T', customerGroups: ['trade'] });
    const lines = [{ sku: 'A', quantity: 1, unitPrice: 1_000_000, gtin: null, name: 'A', taxClass: 'standard' }];
    const counter = counterRules({ ...view, promotions: [trade] }, '2026-03-02') ?? expect.fail('There are rules.');
    const comesTo = (customer: Partial<Customer> | undefined) => {
      const whole = customer && { ...unnamedCustomer('C1'), ...customer };
      const { totalMinor, taxMinor, taxExemptionId } = priceCart(lines, rulesFor(counter, whole));
      return [totalMinor, taxMinor, taxExemptionId];
    };
    const certificate = (validUntil: string) => ({ certificate: 'EX-1', validUntil, taxes: [] });
    expect(comesTo(undefined)).toEqual([1089, 89, undefined]);
    expect(comesTo({})).toEqual([1089, 89, undefined]);
    expect(comesTo({ groups: ['trade'] })).toEqual([980, 80, undefined]);
    expect(comesTo({ taxExemption: certificate('2026-03-02') })).toEqual([1000, 0, 'EX-1']);
    expect(comesTo({ taxExemption: certificate('2026-03-01') })).toEqual([1089, 89, undefined]);
  });

  it('is not known before the replica knows company and store', () => {
    expect(counterRules({ ...view, company: null }, '2026-03-02')).toBeNull();
    expect(counterRules({ ...view, store: null }, '2026-03-02')).toBeNull();
  });

  it('[S1] follows the table of taxes of the day, and the store that an older server tells about where there is none', () => {
    const table = taxTable.parse({
      taxes: {
        STATE: {
          rates: [
            { from: '2026-01-01', ratePpm: 100_000 },
            { from: '2026-04-01', ratePpm: 50_000 },
          ],
        },
      },
      classes: { standard: [{ tax: 'STATE' }] },
    });
    const line = { sku: 'A', gtin: null, name: 'A', quantity: 1, unitPrice: 1_000_000, taxClass: 'standard' };
    const taxOn = (given: object, date: string) => {
      const counter = counterRules({ ...view, ...given }, date);
      return counter === null ? null : priceCart([line], counter).taxMinor;
    };
    expect(taxOn({ taxTable: table }, '2026-03-31')).toBe(100);
    expect(taxOn({ taxTable: table }, '2026-04-01')).toBe(50);
    expect(taxOn({}, '2026-04-01')).toBe(89);
  });
});
