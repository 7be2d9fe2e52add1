import { z } from 'zod';
import { businessDate, entityId, instant } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { shipTo } from '../fulfillment/fulfillment-order.ts';

/** What a customer can agree to. A closed list, each with its words on the screens. */
export const CONSENT_PURPOSES = ['marketing_email', 'marketing_message'] as const;

export const consentPurpose = z.enum(CONSENT_PURPOSES);

/** The last word of a customer about one purpose. */
export const consent = z.strictObject({ given: z.boolean(), at: instant });

const mail = text
  .trim()
  .min(3)
  .max(320)
  .regex(/^\S+@\S+$/, 'A mail address has an @ and no space.');

/** A number is kept as it was written; it is found by its digits. */
const phone = text
  .trim()
  .max(40)
  .refine((written) => /(?:\d\D*){5}/.test(written), 'A phone number has at least five digits.');

/** A certificate that frees a customer of taxes. */
export const taxExemption = z.strictObject({
  /** Its number. It stands in each sale that it was used for. */
  certificate: text.trim().min(1).max(64),
  /** The last day on which it holds, in the store's calendar; null where it has none. */
  validUntil: businessDate.nullable().default(null),
  /** The codes of the taxes that it frees of; empty for all of them. */
  taxes: z.array(entityId).max(50).default([]),
});

/** What a till may change of a customer, field by field. */
export const profile = z.strictObject({
  name: text.trim().max(200).default(''),
  phones: z.array(phone).max(5).default([]),
  emails: z.array(mail).max(5).default([]),
  /** The number of their loyalty card. */
  cardNumber: text.trim().min(4).max(60).nullable().default(null),
  address: text.trim().max(500).default(''),
  notes: text.trim().max(2000).default(''),
  /** Where their parcels go. */
  shipTo: shipTo.nullable().default(null),
});

/** What the head office says of a customer besides. */
const decided = {
  groups: z.array(entityId).max(20).default([]),
  taxExemption: taxExemption.nullable().default(null),
};

/** Everything that is said of a customer, each field with its own newest word. */
const saidOfCustomer = profile.extend(decided);

export const customerField = z.enum(['name', 'phones', 'emails', 'cardNumber', 'address', 'notes', 'shipTo', 'groups', 'taxExemption']);

/** A customer as the server knows them, and registers read them. */
export const customer = saidOfCustomer.extend({
  id: entityId,
  /** When each field got the word that counts. */
  changedAt: z.partialRecord(customerField, instant),
  /** The last word about each purpose; nobody was asked where it is missing. */
  consents: z.partialRecord(consentPurpose, consent),
});

export type Customer = z.infer<typeof customer>;
export type CustomerField = z.infer<typeof customerField>;
export type Consent = z.infer<typeof consent>;
export type ConsentPurpose = z.infer<typeof consentPurpose>;

/** A customer of whom nothing is known but the id. */
export function unnamedCustomer(id: string): Customer {
  return { id, ...saidOfCustomer.parse({}), changedAt: {}, consents: {} };
}
