import { describe, expect, it } from 'vitest';
import { nothingKnown, operationOf, STORE } from '../../test/support/examples.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { addNote, NOTE_LENGTH, noteAdded, orderNoteDocument } from './order-note.ts';

describe('a note on an order', () => {
  it.each([
    ['', null],
    ['  \n ', null],
    [' Bag torn, repacked. ', 'Bag torn, repacked.'],
    ['x'.repeat(NOTE_LENGTH + 9), 'x'.repeat(NOTE_LENGTH)],
  ])('%j is written as %j', (typed, written) => {
    const expected = written === null ? { ok: false, refusal: 'note_missing' } : { ok: true, value: { payload: { text: written } } };
    expect(addNote('F1', typed)).toMatchObject(expected);
  });

  it('is a document of its store, with who wrote it and when', () => {
    const operation = operationOf(noteAdded.request({ fulfillmentOrderId: 'F1', text: 'Bag torn.' }));
    const effects = applyOperation(nothingKnown, operation);
    const [note] = orderNoteDocument.in(effects);
    expect(effects).toHaveLength(1);
    expect(orderNoteDocument.schema.parse(note)).toEqual({
      id: operation.id,
      storeId: STORE,
      fulfillmentOrderId: 'F1',
      text: 'Bag torn.',
      at: operation.at,
      associateId: 'ASSOCIATE',
    });
  });
});
