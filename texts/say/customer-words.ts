import type { Consent, Customer } from '../../domain/customers/customer.ts';
import { exemptionOn } from '../../domain/customers/exemption.ts';
import { formatDay, formatMoment } from './format-time.ts';
import { words } from '../words/words.ts';

/** How a customer is called: by their name, or by how they can be reached. */
export function customerName(customer: Customer | undefined): string {
  if (customer === undefined) return words('customer.unknownYet');
  const { name, phones, emails, cardNumber } = customer;
  return name || phones[0] || emails[0] || cardNumber || words('customer.unnamed');
}

/** How a customer can be reached, in one line. */
export function customerReach({ name, phones, emails, cardNumber }: Customer): string {
  const all = [...phones, ...emails, ...(cardNumber === null ? [] : [cardNumber])];
  return (name === '' ? all.slice(1) : all).join(' · ');
}

/** Where parcels go, in one line. */
export function addressText({ line1, postalCode, city, region, country }: NonNullable<Customer['shipTo']>): string {
  return [line1, `${postalCode} ${city}`.trim(), region, country].filter((part) => part !== '').join(', ');
}

/** What is to be said of a customer's certificate on a day, YYYY-MM-DD; null where they have none. */
export function exemptionWords(
  customer: Customer | undefined,
  date: string,
): { readonly tone: 'good' | 'warn'; readonly text: string } | null {
  const exempt = exemptionOn(customer, date);
  const { certificate } = customer?.taxExemption ?? { certificate: '' };
  switch (exempt.kind) {
    case 'none':
      return null;
    case 'valid':
      return { tone: 'good', text: words('customer.exempt', { certificate }) };
    case 'expired':
      return { tone: 'warn', text: words('customer.exemptExpired', { certificate, date: formatDay(exempt.validUntil) }) };
  }
}

/** The last word of a customer about a purpose. @param timezone by whose clock it is told. */
export function consentWords(consent: Consent | null, timezone: string): string {
  if (consent === null) return words('customer.neverAsked');
  const date = formatMoment(consent.at, timezone);
  return consent.given ? words('customer.agreedOn', { date }) : words('customer.withdrawnOn', { date });
}
