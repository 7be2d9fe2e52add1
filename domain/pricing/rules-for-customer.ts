import type { Customer } from '../customers/customer.ts';
import { exemptionOn } from '../customers/exemption.ts';
import type { PriceRules } from './price-sale.ts';

/** Rules for a customer, with the number of the certificate that frees them of taxes; null where they pay them. */
export interface CustomerRules<R> {
  readonly rules: R;
  readonly taxExemptionId: string | null;
}

/** The rules for a customer: their groups have prices and promotions of their own, and a certificate that holds frees them of taxes. */
export function rulesForCustomer<R extends PriceRules>(rules: R, customer: Customer): CustomerRules<R> {
  const exempt = exemptionOn(customer, rules.date);
  const isExempt = exempt.kind === 'valid';
  return {
    taxExemptionId: isExempt ? exempt.certificate : null,
    rules: { ...rules, customerGroups: customer.groups, customerId: customer.id, ...(isExempt && { exemption: exempt.taxes }) },
  };
}
