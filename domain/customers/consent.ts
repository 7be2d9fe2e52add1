import { z } from 'zod';
import { defineOperation } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { type Consent, type ConsentPurpose, consentPurpose, type Customer } from './customer.ts';
import { type CustomerConsent, customerConsentDocument } from './documents.ts';

/** Which words were shown. Raise it when they say something else: the old ones stay in the history of the catalogs. */
export const CONSENT_WORDING = 1;

export function consentId(storeId: string, customerId: string, purpose: ConsentPurpose): string {
  return `${storeId}:${customerId}:${purpose}`;
}

/** A customer agreed to something, or took it back. What was asked, by whom and when stands in the journal. */
export const customerConsentRecorded = defineOperation({
  type: 'customer_consent_recorded',
  since: 3,
  permission: 'customer.change',
  payload: z.strictObject({
    customerId: entityId,
    purpose: consentPurpose,
    given: z.boolean(),
    /** The words that the customer read or heard, and their language. */
    wording: z.number().int().min(1),
    language: text.regex(/^[a-z]{2}$/),
  }),
  reads: ({ storeId, payload: { customerId, purpose } }) => [customerConsentDocument.key(consentId(storeId, customerId, purpose))],
  apply: (reader, { storeId, at, payload: { customerId, purpose, given } }) => {
    const id = consentId(storeId, customerId, purpose);
    const held = reader.get(customerConsentDocument, id);
    // Another register of the store may have heard a later word, and come first.
    if (held !== undefined && Date.parse(held.at) > Date.parse(at)) return [];
    return [customerConsentDocument.put({ id, storeId, customerId, purpose, given, at })];
  },
});

/** The newest word of a customer about a purpose: what the server told, and what was heard in this store. Null where nobody asked. */
export function consentOf(
  customer: Pick<Customer, 'consents'>,
  heardHere: Pick<CustomerConsent, 'given' | 'at'> | undefined,
  purpose: ConsentPurpose,
): Consent | null {
  const told = customer.consents[purpose] ?? null;
  if (heardHere === undefined || (told !== null && Date.parse(told.at) > Date.parse(heardHere.at))) return told;
  return { given: heardHere.given, at: heardHere.at };
}
