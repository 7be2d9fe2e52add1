import { expect, it } from 'vitest';
import { customer } from '../../domain/customers/customer.ts';
import { exemptionOn } from '../../domain/customers/exemption.ts';
import { makeCustomers } from './make-customers.ts';

it('the sample has a customer of each kind: of a group, exempt, and with a certificate that has ended', () => {
  const customers = makeCustomers(new Date('2026-03-02T10:00:00.000Z'));
  for (const one of customers) expect(customer.parse(one)).toEqual(one);
  expect(customers.map((one) => exemptionOn(one, '2026-03-02').kind)).toEqual(['none', 'none', 'none', 'valid', 'expired']);
  expect(customers.flatMap(({ groups }) => groups)).toEqual(['staff', 'trade', 'schools']);
  expect(new Set(customers.map(({ cardNumber }) => cardNumber)).size).toBe(customers.length);
});
