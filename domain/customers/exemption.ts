import type { Exemption } from '../tax/tax-rules.ts';
import type { Customer } from './customer.ts';

/** Whether a customer pays taxes on a day. */
export type ExemptionOnDay =
  | { readonly kind: 'none' }
  | { readonly kind: 'expired'; readonly certificate: string; readonly validUntil: string }
  | { readonly kind: 'valid'; readonly certificate: string; readonly taxes: Exemption };

/** What the certificate of a customer frees of on a day. @param date in the store, YYYY-MM-DD. */
export function exemptionOn(customer: Pick<Customer, 'taxExemption'> | null | undefined, date: string): ExemptionOnDay {
  const held = customer?.taxExemption ?? null;
  if (held === null) return { kind: 'none' };
  const { certificate, validUntil, taxes } = held;
  if (validUntil !== null && validUntil < date) return { kind: 'expired', certificate, validUntil };
  return { kind: 'valid', certificate, taxes: taxes.length === 0 ? 'all' : taxes };
}
