import { describe, expect, it } from 'vitest';
import { newCustomerFields, typedFrom } from './contact-fields.ts';

describe('a customer in two fields', () => {
  it.each([
    ['Sample', '+1 555 010 0001', { name: 'Sample', phones: ['+1 555 010 0001'] }],
    [' Sample ', ' one@example.com ', { name: 'Sample', emails: ['one@example.com'] }],
    ['', '5550100001', { phones: ['5550100001'] }],
    ['Sample', ' ', { name: 'Sample' }],
    ['', ' ', 'nothing_entered'],
    ['Sample', '123', 'contact_not_valid'],
    ['Sample', 'one@', 'contact_not_valid'],
    ['Sample', 'Main Street', 'contact_not_valid'],
  ])('%j and %j', (name, contact, fields) => {
    expect(newCustomerFields({ name, contact })).toEqual(fields);
  });

  it.each([
    ['Sample One', { name: 'Sample One', contact: '' }],
    ['+1 (555) 010', { name: '', contact: '+1 (555) 010' }],
    ['one@example.com', { name: '', contact: 'one@example.com' }],
    ['', { name: '', contact: '' }],
  ])('begins with what was looked for: %j', (search, typed) => {
    expect(typedFrom(search)).toEqual(typed);
  });
});
