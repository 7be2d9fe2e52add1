import { describe, expect, it } from 'vitest';
import { cartLineOf, DATE } from '../../test/support/examples.ts';
import { saleFault } from '../sale/check-sale.ts';
import { completeSale } from '../sale/complete-sale.ts';
import { STANDARD_ROUNDING, taxRulesOn } from '../tax/tax-rules.ts';
import { ALWAYS, taxTable } from '../tax/tax-table.ts';
import { exemptCustomer, untaxed } from './exempt-customer.ts';
import { openLines } from './open-line.ts';
import { priceSale } from './price-sale.ts';

const table = taxTable.parse({
  taxes: { A: { rates: [{ from: ALWAYS, ratePpm: 150_000 }] }, B: { rates: [{ from: ALWAYS, ratePpm: 50_000 }] } },
  classes: { standard: [{ tax: 'A' }, { tax: 'B' }] },
});
const rules = { pricesIncludeTax: true, taxes: taxRulesOn(table, STANDARD_ROUNDING, DATE), promotions: [], date: DATE };
const cart = [cartLineOf({ unitPrice: 1_200_000 })];

describe('a customer whom a certificate frees of taxes', () => {
  it.each<[string, readonly string[] | 'all', number, number]>([
    ['all', 'all', 1000, 0],
    ['one of two', ['A'], 1050, 50],
    ['none', [], 1200, 200],
    ['one that no line bears', ['C'], 1200, 200],
  ])('[M1] pays prices without the taxes: %s', (_what, exemption, totalMinor, taxMinor) => {
    const priced = priceSale(cart, { ...rules, exemption });
    expect(priced).toMatchObject({ totalMinor, taxMinor });
    const request = { priced, currency: 'EUR', pricesIncludeTax: true, cashGivenMinor: totalMinor, receiptNumber: 'A1-000001' };
    const sold = completeSale({ ...request, customerId: 'C1', taxExemptionId: 'CERTIFICATE' });
    expect(sold).toMatchObject({ ok: true, value: { customerId: 'C1', taxExemptionId: 'CERTIFICATE' } });
    expect(sold.ok && saleFault(sold.value)).toBeNull();
  });

  it('is told on the line, and never where prices are without tax', () => {
    const lines = openLines(cart);
    const adjustment = { source: 'price_override', sourceId: null, amountMinor: -200, reason: 'tax_exempt', approvedBy: null };
    expect(exemptCustomer(lines, { ...rules, exemption: 'all' })).toEqual([[adjustment]]);
    expect(exemptCustomer(lines, { ...rules, exemption: 'all', pricesIncludeTax: false })).toEqual([[]]);
    expect(lines.map(untaxed)).toEqual([{ taxClass: 'standard', amountMinor: 1200, quantity: 1, quantityDecimals: 0 }]);
  });
});
