import { describe, expect, it } from 'vitest';
import { unnamedCustomer } from '../customers/customer.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import type { PriceRules } from './price-sale.ts';
import { rulesForCustomer } from './rules-for-customer.ts';

const rules: PriceRules = { pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 190_000 }), promotions: [], date: '2026-11-26' };
const school = { ...unnamedCustomer('C'), groups: ['schools'] };

describe('the rules for a customer', () => {
  it('name who buys, and the groups of the customer', () => {
    expect(rulesForCustomer(rules, school)).toEqual({
      taxExemptionId: null,
      rules: { ...rules, customerId: 'C', customerGroups: ['schools'] },
    });
  });

  it.each([
    ['2026-11-26', 'EX-1'],
    ['2026-11-25', null],
  ])('a certificate that holds until %s frees of taxes: %s', (validUntil, expected) => {
    const taxExemption = { certificate: 'EX-1', validUntil, taxes: ['standard'] };
    const { taxExemptionId, rules: made } = rulesForCustomer(rules, { ...school, taxExemption });
    expect(taxExemptionId).toBe(expected);
    expect(made.exemption).toEqual(expected === null ? undefined : ['standard']);
  });
});
