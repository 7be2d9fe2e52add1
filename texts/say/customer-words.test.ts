import { expect, it } from 'vitest';
import { unnamedCustomer } from '../../domain/customers/customer.ts';
import { consentWords, customerName, customerReach, exemptionWords } from './customer-words.ts';

const nobody = unnamedCustomer('C1');
const reached = { phones: ['555 0100'], emails: ['one@example.com'] };

it.each([
  [{ ...reached, name: 'Sample' }, 'Sample', '555 0100 · one@example.com'],
  [reached, '555 0100', 'one@example.com'],
  [{ cardNumber: 'L-1000' }, 'L-1000', ''],
  [{}, 'Customer without a name', ''],
])('a customer with %j is called %j', (given, name, reach) => {
  expect(customerName({ ...nobody, ...given })).toBe(name);
  expect(customerReach({ ...nobody, ...given })).toBe(reach);
});

it('one whom this device does not know yet is called so', () => {
  expect(customerName(undefined)).toBe('A customer whom this device does not know yet');
});

it('a certificate that has ended is refused in words', () => {
  const taxExemption = { certificate: 'EX-1', validUntil: '2026-03-02', taxes: [] };
  expect(exemptionWords({ ...nobody, taxExemption }, '2026-03-02')).toEqual({ tone: 'good', text: 'Tax exempt, certificate EX-1' });
  expect(exemptionWords({ ...nobody, taxExemption }, '2026-03-03')).toEqual({
    tone: 'warn',
    text: 'Certificate EX-1 ended on Mar 2, 2026: this sale is taxed.',
  });
  expect(exemptionWords(nobody, '2026-03-02')).toBeNull();
});

it.each([
  [null, 'Not asked yet'],
  [{ given: true, at: '2026-03-02T10:00:00.000Z' }, 'Agreed, Mar 2, 2026, 10:00'],
  [{ given: false, at: '2026-03-02T10:00:00.000Z' }, 'Not wanted, Mar 2, 2026, 10:00'],
])('a consent of %j is told', (consent, text) => {
  expect(consentWords(consent, 'UTC')).toContain(text);
});
