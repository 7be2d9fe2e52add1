import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { defineOperation, type Recorded, type Requested } from '../base/define-operation.ts';
import { entityId, instant } from '../base/envelope.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { text } from '../base/text.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';

/** How long a note can be. */
export const NOTE_LENGTH = 300;

const noteText = text.trim().min(1).max(NOTE_LENGTH);

/** A note on an order, for whoever in the store works on it next. It is about the goods and the order, never about a person. */
const orderNote = z.strictObject({
  id: entityId,
  storeId: entityId,
  fulfillmentOrderId: entityId,
  text: noteText,
  at: instant,
  associateId: entityId.nullable(),
});

export const orderNoteDocument = defineDocument({
  kind: 'order_note',
  since: 2,
  schema: orderNote,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 'ordersInMemory' }, feed: { daysAfterEnd: 90 }, server: { daysAfterEnd: 90 } },
  personal: ['text'],
  idOf: (note) => note.id,
  storeOf: (note) => note.storeId,
  datedBy: ['at'],
  endsWith: (note) => fulfillmentOrderDocument.key(note.fulfillmentOrderId),
});

const noteAddedPayload = z.strictObject({ fulfillmentOrderId: entityId, text: noteText });

type NoteAdded = z.infer<typeof noteAddedPayload>;

function apply({ id, storeId, at, associateId, payload }: Recorded<'note_added', NoteAdded>) {
  return [orderNoteDocument.put({ id, storeId, at, associateId, ...payload })];
}

export const noteAdded = defineOperation({
  type: 'note_added',
  since: 3,
  permission: 'order.note',
  payload: noteAddedPayload,
  apply: (_reader, operation) => apply(operation),
});

/** Writes a note on an order. Refuses an empty one; what is too long is cut. */
export function addNote(fulfillmentOrderId: string, typed: string): Result<Requested<'note_added', NoteAdded>, Refusal> {
  const trimmed = typed.trim().slice(0, NOTE_LENGTH).trim();
  return trimmed === '' ? refuse('note_missing') : accept(noteAdded.request({ fulfillmentOrderId, text: trimmed }));
}
