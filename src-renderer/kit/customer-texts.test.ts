import { expect, it } from 'vitest';
import { typedFields } from '../../domain/customers/change-customer.ts';
import { unnamedCustomer } from '../../domain/customers/customer.ts';
import { changedFields, fieldsOf, textsOf } from './customer-texts.ts';

const known = {
  ...unnamedCustomer('C1'),
  name: 'Sample',
  phones: ['555 0100', '555 0101'],
  emails: ['one@example.com'],
  cardNumber: 'L-1000',
  notes: 'Size 42\nNarrow',
};

const entered = (given: object) => changedFields(known, typedFields.parse(fieldsOf({ ...textsOf(known), ...given })));

it.each([
  ['nothing', {}, {}],
  ['a name', { name: 'Other' }, { name: 'Other' }],
  ['a phone number less', { phones: '\n 555 0101 \n' }, { phones: ['555 0101'] }],
  ['no card', { cardNumber: '  ' }, { cardNumber: null }],
  ['notes, which keep their lines', { notes: 'Size 42\nWide' }, { notes: 'Size 42\nWide' }],
  ['spaces around, which are nothing', { name: ' Sample ' }, {}],
])('what is sent is what was changed: %s', (_what, given, fields) => {
  expect(entered(given)).toEqual(fields);
});
