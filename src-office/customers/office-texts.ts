import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { type OfficeFields, officeFields } from '../../domain/customers/change-customer.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { type CustomerTexts, fieldsOf, textsOf } from '../../src-renderer/kit/customer-texts.ts';

/** A customer as they stand in the form of the head office; lists of codes are separated by commas. */
export type OfficeTexts = CustomerTexts & Readonly<Record<'groups' | 'certificate' | 'validUntil' | 'taxes', string>>;

export function officeTextsOf(customer: Customer): OfficeTexts {
  const { groups, taxExemption } = customer;
  return {
    ...textsOf(customer),
    groups: groups.join(', '),
    certificate: taxExemption?.certificate ?? '',
    validUntil: taxExemption?.validUntil ?? '',
    taxes: taxExemption?.taxes.join(', ') ?? '',
  };
}

const codesOf = (text: string): string[] => text.split(',').flatMap((code) => code.trim() || []);

/** The fields that say something else than before; null where something is not valid. */
export function changedOfficeFields(before: Customer, texts: OfficeTexts): OfficeFields | null {
  const { groups, certificate, validUntil, taxes, ...till } = texts;
  const exemption = { certificate, validUntil: validUntil.trim() || null, taxes: codesOf(taxes) };
  const entered = { ...fieldsOf(till), groups: codesOf(groups), taxExemption: certificate.trim() === '' ? null : exemption };
  const read = officeFields.safeParse(entered);
  if (!read.success) return null;
  const changed = Object.entries(read.data).filter(
    ([field, value]) => canonicalJson(value) !== canonicalJson(before[field as keyof OfficeFields]),
  );
  return Object.fromEntries(changed);
}
