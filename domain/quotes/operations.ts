import { defineOperation } from '../base/define-operation.ts';
import { quoteDocument } from './documents.ts';
import { quoteKeptPayload } from './quote.ts';

/** A quote was given: every register of the store can sell by it until it ends. It reserves nothing. */
export const quoteKept = defineOperation({
  type: 'quote_kept',
  since: 3,
  permission: 'sale.complete',
  payload: quoteKeptPayload,
  apply: (_reader, { storeId, registerId, associateId, at, payload: { quoteId, ...kept } }) => [
    quoteDocument.put({ ...kept, id: quoteId, storeId, registerId, associateId, at }),
  ],
});

export const QUOTE_OPERATIONS = [quoteKept] as const;
