import { z } from 'zod';
import { defineOperation } from '../base/define-operation.ts';
import { entityId, instant } from '../base/envelope.ts';
import { instantAfter } from '../base/instant-of.ts';
import { text } from '../base/text.ts';
import { type Consent, type ConsentPurpose, consentPurpose, type Customer } from './customer.ts';
import { type CustomerConsent, customerConsentDocument } from './documents.ts';

/** Which words were shown. Raise it when they say something else: the old ones stay in the history of the catalogs. */
export const CONSENT_WORDING = 1;

export function consentId(storeId: string, customerId: string, purpose: ConsentPurpose): string {
  return `${storeId}:${customerId}:${purpose}`;
}

/** The newer of two words. Of two at the same instant, the one that takes a consent back. */
function lastOf<A extends Consent, B extends Consent>(one: A, other: B): A | B {
  const difference = Date.parse(one.at) - Date.parse(other.at);
  return difference > 0 || (difference === 0 && !one.given) ? one : other;
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
    /** The instant of the word that was known where this one was heard: this one is newer, whatever the clock. */
    replaces: instant.nullable().default(null),
  }),
  reads: ({ storeId, payload: { customerId, purpose } }) => [customerConsentDocument.key(consentId(storeId, customerId, purpose))],
  apply: (reader, { storeId, at: deviceAt, clockOffsetMs, payload: { customerId, purpose, given, replaces } }) => {
    // By the server's clock, as far as the device knew it.
    const at = instantAfter(Date.parse(deviceAt) + (clockOffsetMs ?? 0), replaces === null ? [] : [replaces]);
    const id = consentId(storeId, customerId, purpose);
    const held = reader.get(customerConsentDocument, id);
    // Another register of the store may have heard a later word, and come first.
    const word = { given, at };
    return held !== undefined && lastOf(held, word) === held
      ? []
      : [customerConsentDocument.put({ id, storeId, customerId, purpose, ...word })];
  },
});

/** The newest word of a customer about a purpose: what the server told, and what was heard in this store. Null where nobody asked. */
export function consentOf(
  customer: Pick<Customer, 'consents'>,
  heardHere: Pick<CustomerConsent, 'given' | 'at'> | undefined,
  purpose: ConsentPurpose,
): Consent | null {
  const told = customer.consents[purpose] ?? null;
  if (heardHere === undefined) return told;
  const here = { given: heardHere.given, at: heardHere.at };
  return told === null ? here : lastOf(told, here);
}
