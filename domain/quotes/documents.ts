import { defineDocument } from '../base/define-document.ts';
import { quote } from './quote.ts';

/**
 * A quote is found for 30 days after its last day, to be told that it has ended, and leaves the registers then. The server keeps it for
 * 90 days, as it does a held sale: it is no book of account.
 */
export const quoteDocument = defineDocument({
  kind: 'quote',
  since: 2,
  schema: quote,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 30 }, feed: { daysAfterEnd: 31 }, server: { daysAfterEnd: 90 } },
  personal: [],
  idOf: (one) => one.id,
  storeOf: (one) => one.storeId,
  // The last second of its last day, wherever the store is, is at most half a day later.
  endOf: (one) => `${one.validUntil}T23:59:59.000Z`,
  datedBy: ['at'],
});
