import { expect, it } from 'vitest';
import { shiftOf } from '../../test/support/examples.ts';
import { saleDocument } from '../sale/documents.ts';
import { shiftDocument } from '../shift/documents.ts';
import { DocumentMap } from './document-map.ts';

it('keeps kinds apart, holds the newest of each id, and forgets what is deleted', () => {
  const documents = DocumentMap.of(shiftDocument, shiftOf({ id: 'A' }), shiftOf({ id: 'B', cashMinor: 1 }));
  expect(documents.get(saleDocument, 'A')).toBeUndefined();
  documents.with(shiftDocument, shiftOf({ id: 'B', cashMinor: 2 }));
  expect([...documents.all(shiftDocument).values()].map(({ id, cashMinor }) => [id, cashMinor])).toEqual([
    ['A', 500],
    ['B', 2],
  ]);
  documents.delete(shiftDocument.kind, 'A');
  expect(documents.get(shiftDocument, 'A')).toBeUndefined();
  expect(documents.all(saleDocument).size).toBe(0);
});
