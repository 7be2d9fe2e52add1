import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { TillFields, TypedFields } from '../../domain/customers/change-customer.ts';
import type { Customer } from '../../domain/customers/customer.ts';

/** The fields of a customer as they stand in a form; lists have one entry a line. */
export type CustomerTexts = Readonly<Record<'name' | 'phones' | 'emails' | 'cardNumber' | 'address' | 'notes', string>>;

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

export function textsOf({ name, phones, emails, cardNumber, address, notes }: Customer): CustomerTexts {
  return { name, phones: phones.join('\n'), emails: emails.join('\n'), cardNumber: cardNumber ?? '', address, notes };
}

/** What was entered; not checked yet. */
export function fieldsOf({ name, phones, emails, cardNumber, address, notes }: CustomerTexts): TypedFields {
  return {
    name: name.replaceAll('\n', ' '),
    phones: linesOf(phones),
    emails: linesOf(emails),
    cardNumber: cardNumber.trim() === '' ? null : cardNumber,
    address,
    notes,
  };
}

/** The fields that say something else than before. */
export function changedFields(before: Customer, fields: TypedFields): TillFields {
  const said = Object.entries(fields) as [keyof TillFields, unknown][];
  return Object.fromEntries(said.filter(([field, value]) => canonicalJson(value) !== canonicalJson(before[field])));
}
