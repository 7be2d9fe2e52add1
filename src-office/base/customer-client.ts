import type { OfficeFields } from '../../domain/customers/change-customer.ts';
import { type Customer, customer } from '../../domain/customers/customer.ts';
import {
  type CustomerDetail,
  customerDetail,
  type CustomerPage,
  customerPage,
  type CustomerQuery,
  type OfficeConsent,
} from '../../domain/customers/customer-protocol.ts';
import { type SignedPickups, signedPickups } from '../../domain/fulfillment/pickup-signature-protocol.ts';
import { personReport } from '../../domain/office/person-protocol.ts';
import type { Ask, Exchange } from './access-client.ts';

/** What the head office asks the server about customers. */
export interface CustomerClient {
  customers(query: Partial<CustomerQuery>): Promise<CustomerPage>;
  customer(id: string): Promise<CustomerDetail>;
  /** Changes fields of a customer, or makes one with this id. */
  changeCustomer(id: string, fields: OfficeFields): Promise<Customer>;
  /** Records what a customer agreed to, or took back, towards the head office. */
  recordConsent(id: string, consent: OfficeConsent): Promise<Customer>;
  /** What customers signed when they fetched an order. @param number of the order. */
  signatures(number: string): Promise<SignedPickups>;
  /** Erases a customer, and what else is kept by their name, mail and phone. */
  eraseCustomer(id: string): Promise<void>;
}

export function customerClient(ask: Ask, exchange: Exchange): CustomerClient {
  const of = (id: string) => `/v1/customers/${encodeURIComponent(id)}`;
  return {
    customers: (query) => exchange(customerPage, '/v1/customers/find', query),
    customer: (id) => exchange(customerDetail, of(id)),
    changeCustomer: (id, fields) => exchange(customer, `${of(id)}/changes`, { fields }),
    recordConsent: (id, consent) => exchange(customer, `${of(id)}/consents`, consent),
    signatures: (number) => exchange(signedPickups, `/v1/orders/${encodeURIComponent(number)}/signatures`),
    async eraseCustomer(id) {
      const { code } = await exchange(personReport, '/v1/people/find', { customer: id });
      await ask('/v1/people/erase', { customer: id, code });
    },
  };
}
