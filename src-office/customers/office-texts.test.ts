import { expect, it } from 'vitest';
import { unnamedCustomer } from '../../domain/customers/customer.ts';
import { changedOfficeFields, officeTextsOf } from './office-texts.ts';

const known = {
  ...unnamedCustomer('C1'),
  name: 'Sample',
  groups: ['trade'],
  taxExemption: { certificate: 'EX-1', validUntil: '2026-12-31', taxes: ['STATE'] },
};

it.each([
  ['nothing', {}, {}],
  ['groups', { groups: 'trade , staff,' }, { groups: ['trade', 'staff'] }],
  ['no group', { groups: ' ' }, { groups: [] }],
  ['a certificate without an end', { validUntil: '' }, { taxExemption: { certificate: 'EX-1', validUntil: null, taxes: ['STATE'] } }],
  ['all taxes', { taxes: '' }, { taxExemption: { certificate: 'EX-1', validUntil: '2026-12-31', taxes: [] } }],
  ['no certificate', { certificate: ' ' }, { taxExemption: null }],
  ['a name', { name: 'Other' }, { name: 'Other' }],
  ['a date that is none', { validUntil: '31.12.2026' }, null],
  ['a phone number that is none', { phones: '12' }, null],
])('the head office sends what was changed: %s', (_what, given, fields) => {
  expect(changedOfficeFields(known, { ...officeTextsOf(known), ...given })).toEqual(fields);
});
