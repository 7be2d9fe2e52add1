import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { officeFields, tillChange } from './change-customer.ts';
import { consentPurpose, customer } from './customer.ts';
import { purchase } from './purchase.ts';

/** How many customers a look-up gives at most: whoever finds more has to type more. */
export const MOST_FOUND = 10;

/** How many changes a till sends at once. */
export const MOST_CHANGES = 50;

/** `POST /v1/customers/changes`: what a till has changed. The same again changes nothing. */
export const customerChanges = z.strictObject({ changes: z.array(tillChange).min(1).max(MOST_CHANGES) });

/** Up to where a register has to pull to see them, by scope; and who was erased, and so not changed. */
export const customerChangesTaken = z.strictObject({ reached: z.record(text, z.number().int().min(0)), erased: z.array(entityId) });

/** `POST /v1/customers/look-up`. A body, so that no log of addresses names a person. */
export const customerLookUp = z.strictObject({ text: text.trim().min(3).max(320) });
export const customersFound = z.strictObject({ items: z.array(customer) });

/** `GET /v1/customers/ID/purchases`: what a customer bought and brought back, in all stores, the newest first. */
export const customerPurchases = z.strictObject({ items: z.array(purchase) });

/** `POST /v1/customers/find`, for the head office: by name, phone, mail or card; everybody by name without a text. */
export const customerQuery = z.strictObject({
  text: text.trim().max(320).default(''),
  /** `next` of the page before. */
  after: text.max(400).optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export const customerPage = z.strictObject({ items: z.array(customer), next: text.nullable() });

/** `GET /v1/customers/ID`. */
export const customerDetail = z.strictObject({
  customer,
  /** Stores that have served them. */
  stores: z.array(z.strictObject({ id: entityId, name: text })),
  /** Others with a phone number or a mail address of theirs: perhaps the same person. */
  alike: z.array(customer),
});

/** `POST /v1/customers/ID/changes`, by the head office. */
export const officeChange = z.strictObject({ fields: officeFields });

/** `POST /v1/customers/ID/consents`: what a customer wrote to the head office. The same `operationId` again changes nothing. */
export const officeConsent = z.strictObject({
  operationId: z.uuidv7(),
  purpose: consentPurpose,
  given: z.boolean(),
});

export type CustomerChangesTaken = z.infer<typeof customerChangesTaken>;
export type CustomerPurchases = z.infer<typeof customerPurchases>;
export type CustomerQuery = z.infer<typeof customerQuery>;
export type CustomerPage = z.infer<typeof customerPage>;
export type CustomerDetail = z.infer<typeof customerDetail>;
export type OfficeConsent = z.infer<typeof officeConsent>;
