import { OPERATIONS } from './registry.ts';
import { describe, expect, it } from 'vitest';
import {
  closingOf,
  EXAMPLE_REQUESTS,
  exceptionOf,
  fulfillmentLineOf,
  fulfillmentOrderOf,
  operationOf,
  saleOf,
  cartLineOf,
  shiftOf,
} from '../../test/support/examples.ts';
import type { DocumentDefinition, DocumentKey, StoreReader } from '../base/define-document.ts';
import { DocumentMap } from '../base/document-map.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import type { FulfillmentState } from '../fulfillment/fulfillment-order.ts';
import { saleDocument } from '../sale/documents.ts';
import { shiftDocument } from '../shift/documents.ts';
import { applyOperation, readsNextOf, readsOf } from './apply-operation.ts';
import { unknownFacts } from './unknown-facts.ts';

const at = '2026-03-02T10:00:00.000Z';
const STATES: FulfillmentState[] = [
  { status: 'open' },
  { status: 'picked' },
  { status: 'cancelled' },
  { status: 'shipped', trackingNumber: 'T', at },
];

/** Stores that know nothing, or everything that the examples are about, in every state that matters. */
const STORES: StoreReader[] = [
  new DocumentMap(),
  ...STATES.flatMap((state) =>
    [null, closingOf({ at })].map((closed) =>
      DocumentMap.of(fulfillmentOrderDocument, fulfillmentOrderOf({ state, lines: [fulfillmentLineOf({ quantity: 2 })] }))
        .with(saleDocument, saleOf([cartLineOf()]))
        .with(shiftDocument, shiftOf({ closed }))
        .with(exceptionDocument, exceptionOf()),
    ),
  ),
];

/** Notes what is looked at. */
function noting(reader: StoreReader, seen: DocumentKey[]): StoreReader {
  return {
    get: <B>(document: DocumentDefinition<string, B>, id: string) => {
      seen.push(document.key(id));
      return reader.get(document, id);
    },
  };
}

it('there is an example of every type of operation', () => {
  expect([...new Set(EXAMPLE_REQUESTS.map(({ type }) => type))].sort()).toEqual(OPERATIONS.map(({ type }) => type).sort());
});

describe('readsOf', () => {
  it.each(EXAMPLE_REQUESTS.map((request) => [request.type, request] as const))(
    'names every document that applying %s looks at, unless it is about that operation alone',
    (_type, request) => {
      const operation = operationOf(request, { shiftId: 'SHIFT' });
      for (const store of STORES) {
        const seen: DocumentKey[] = [];
        const named = [...readsOf(operation), ...readsNextOf(store, operation)];
        applyOperation(noting(store, seen), operation);
        unknownFacts(noting(store, seen), operation, { skus: new Set(), associates: new Set(), today: '2050-01-01' });
        for (const key of seen) if (!key.id.includes(operation.id)) expect(named).toContainEqual(key);
      }
    },
  );
});
