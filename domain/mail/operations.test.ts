import { expect, it } from 'vitest';
import { AT, operationOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { receiptMailDocument, receiptMailWanted } from './documents.ts';
import { receiptMailRequested } from './operations.ts';

const payload = { mailId: 'M1', receipt: 'sale', receiptNumber: 'A1-000001', isCopy: true, language: 'de' } as const;
const asked = operationOf(receiptMailRequested.request(payload)) as Parameters<typeof receiptMailRequested.apply>[1];

it('waits to be sent from then on, and tells who sends it', () => {
  const effects = receiptMailRequested.apply(new DocumentMap(), asked);
  expect(receiptMailDocument.in(effects)).toEqual([
    { ...payload, storeId: asked.storeId, at: AT, state: 'waiting', reason: null, endedAt: null },
  ]);
  expect(receiptMailWanted.in(effects)).toEqual([{ mailId: 'M1' }]);
});

it('is asked for once: a second time changes nothing, also after it was sent', () => {
  const known = new DocumentMap();
  const sent = { ...payload, storeId: asked.storeId, at: AT, state: 'sent', reason: null, endedAt: AT } as const;
  known.set(receiptMailDocument.kind, 'M1', sent);
  expect(receiptMailRequested.apply(known, asked)).toEqual([]);
});
