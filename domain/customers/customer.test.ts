import { expect, it } from 'vitest';
import { emptyPersonal } from '../base/empty-personal.ts';
import { customer, unnamedCustomer } from './customer.ts';
import { customerDocument } from './documents.ts';

it('a customer of whom nothing is known is one', () => {
  expect(customer.parse(unnamedCustomer('C1'))).toEqual(unnamedCustomer('C1'));
});

it('[A2] nothing personal is left of one who is emptied', () => {
  const known = {
    ...unnamedCustomer('C1'),
    name: 'Sample customer 1',
    phones: ['+1 555 0100'],
    emails: ['one@example.com'],
    cardNumber: 'L-1000',
    address: '1 Main St',
    notes: 'Size 42',
    taxExemption: { certificate: 'EX-1', validUntil: null, taxes: [] },
  };
  const emptied = emptyPersonal(customerDocument, known);
  expect(customer.parse(emptied)).toEqual({ ...unnamedCustomer('C1'), name: '' });
  expect(known.name).toBe('Sample customer 1');
});
