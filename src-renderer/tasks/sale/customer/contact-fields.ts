import { type TillFields, tillFields } from '../../../../domain/customers/change-customer.ts';

/** What is typed of a new customer: a name, and one way to reach them. */
export interface TypedCustomer {
  readonly name: string;
  /** A phone number or a mail address. */
  readonly contact: string;
}

export type TypedProblem = 'nothing_entered' | 'contact_not_valid';

/** The fields of a new customer, or what is wrong with what was typed. */
export function newCustomerFields({ name, contact }: TypedCustomer): TillFields | TypedProblem {
  const reach = contact.trim();
  if (name.trim() === '' && reach === '') return 'nothing_entered';
  const read = tillFields.safeParse({
    ...(name.trim() !== '' && { name }),
    ...(reach !== '' && (reach.includes('@') ? { emails: [reach] } : { phones: [reach] })),
  });
  return read.success ? read.data : 'contact_not_valid';
}

/** What somebody looked for, as the beginning of a new customer. */
export function typedFrom(search: string): TypedCustomer {
  const text = search.trim();
  const isContact = text.includes('@') || /^[\d\s()+./-]*$/.test(text);
  return isContact ? { name: '', contact: text } : { name: text, contact: '' };
}
