import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { entityId, instant } from '../base/envelope.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { text } from '../base/text.ts';
import { consentPurpose, customer } from './customer.ts';

/** A customer, in each store that has served them. Emptied for good when the person is erased. */
export const customerDocument = defineDocument({
  kind: 'customer',
  since: 2,
  schema: customer,
  scope: 'store',
  stored: { in: 'projection' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: ['name', 'phones', 'emails', 'cardNumber', 'address', 'notes', 'shipTo', 'taxExemption'],
});

const customerConsent = z.strictObject({
  id: text.min(1).max(200),
  storeId: entityId,
  customerId: entityId,
  purpose: consentPurpose,
  given: z.boolean(),
  at: instant,
});

export type CustomerConsent = z.infer<typeof customerConsent>;

/** The last word about one purpose that was heard in a store. Ids and codes alone: it proves what was asked, also of who was erased. */
export const customerConsentDocument = defineDocument({
  kind: 'customer_consent',
  since: 2,
  schema: customerConsent,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: (one) => one.id,
  storeOf: (one) => one.storeId,
});
