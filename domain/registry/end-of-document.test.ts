import { expect, it } from 'vitest';
import { closingOf, fulfillmentOrderOf, shiftOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { companyDocument } from '../company/documents.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { orderNoteDocument } from '../notes/order-note.ts';
import { shiftDocument } from '../shift/documents.ts';
import { endOfDocument } from './end-of-document.ts';

const at = '2026-03-02T10:00:00.000Z';
const note = { id: 'N', storeId: 'S1', fulfillmentOrderId: 'F', text: 'T', at: '2026-03-05T10:00:00.000Z', associateId: null };
const order = (state: 'open' | 'handed_over') =>
  fulfillmentOrderOf({ id: 'F', state: state === 'open' ? { status: 'open' } : { status: 'handed_over', at } });

it('is what a document says of itself, and never for a kind that does not end', () => {
  const reader = new DocumentMap();
  expect(endOfDocument(reader, shiftDocument, shiftOf())).toBeNull();
  expect(endOfDocument(reader, shiftDocument, shiftOf({ closed: closingOf({ at }) }))).toBe(at);
  expect(endOfDocument(reader, companyDocument, { name: 'A', currency: 'USD', pricesIncludeTax: false })).toBeNull();
});

it.each([
  ['is open', order('open'), null],
  ['has ended', order('handed_over'), at],
  ['is not there any more', null, '1970-01-01T00:00:00.000Z'],
])('of a note is that of its order, which %s', (_what, known, end) => {
  const reader = known === null ? new DocumentMap() : DocumentMap.of(fulfillmentOrderDocument, known);
  expect(endOfDocument(reader, orderNoteDocument, note)).toBe(end);
});
