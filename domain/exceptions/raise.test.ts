import { linePicked } from '../fulfillment/operations.ts';
import { DocumentMap } from '../base/document-map.ts';
import { exceptionDocument } from './documents.ts';
import { describe, expect, it } from 'vitest';
import { exceptionOf, nothingKnown, operationOf } from '../../test/support/examples.ts';
import type { Exception } from './exception.ts';
import { addGoods, type Disagreement, raiseException } from './raise.ts';

const knowing = (known: Partial<Exception>) => DocumentMap.of(exceptionDocument, exceptionOf({ id: 'picked_too_many:F1:1', ...known }));
const told: Disagreement<'picked_too_many'> = {
  kind: 'picked_too_many',
  about: 'F1:1',
  subject: 'WEB-1',
  goods: [{ sku: 'A', quantity: 2 }],
  cash: { USD: 5 },
  facts: { order: 'WEB-1', line: 1, known: 'yes' },
};
const operation = operationOf({ type: linePicked.type, payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 2 } }, { seq: 7 });
function raised(reader: Parameters<typeof raiseException>[0], given: Partial<Disagreement> = {}): Exception {
  const [exception] = exceptionDocument.in([raiseException(reader, operation, { ...told, ...given })]);
  if (exception === undefined) throw new Error('No exception was raised.');
  return exception;
}

describe('raiseException', () => {
  it('[J5] opens one under an id of what it is about', () => {
    expect(raised(nothingKnown)).toMatchObject({
      id: 'picked_too_many:F1:1',
      operationId: operation.id,
      facts: told.facts,
      goods: told.goods,
      cash: { USD: 5 },
      resolved: null,
    });
  });

  it('[J5] tells an open one the whole truth: goods and cash add up', () => {
    const open = {
      operationId: 'FIRST',
      openedAt: '2026-03-01T00:00:00.000Z',
      goods: [
        { sku: 'A', quantity: 1 },
        { sku: 'B', quantity: 1 },
      ],
      cash: { USD: 1, EUR: 2 },
    };
    expect(raised(knowing(open))).toMatchObject({
      operationId: 'FIRST',
      openedAt: open.openedAt,
      goods: [
        { sku: 'A', quantity: 3 },
        { sku: 'B', quantity: 1 },
      ],
      cash: { USD: 6, EUR: 2 },
    });
  });

  it('[J5] keeps a fact that is too long as far as it goes', () => {
    const facts = { order: 'W'.repeat(300), tracking: 'T' };
    expect(raised(nothingKnown, { kind: 'shipped_twice', facts }).facts).toEqual({ order: 'W'.repeat(200), tracking: 'T' });
  });

  it('[J5] opens a resolved one again with what is new alone', () => {
    const resolved = {
      choice: 'put_back',
      note: '',
      at: '2026-03-01T00:00:00.000Z',
      by: { kind: 'store', associateId: null },
      operationId: 'R',
    } as const;
    expect(raised(knowing({ goods: [{ sku: 'A', quantity: 9 }], resolved }))).toMatchObject({
      operationId: operation.id,
      goods: [{ sku: 'A', quantity: 2 }],
      resolved: null,
    });
  });

  it('[J5] turns an open one about the same into this one, unless that was resolved', () => {
    const turns = { kind: 'shipped_after_end', about: 'F1', turns: 'picked_after_end:F1' } as const;
    expect(raised(knowing({ id: 'picked_after_end:F1' }), turns)).toMatchObject({
      id: 'picked_after_end:F1',
      kind: 'shipped_after_end',
      goods: [{ sku: 'A', quantity: 2 }],
    });
    expect(raised(nothingKnown, turns)).toMatchObject({ id: 'shipped_after_end:F1' });
  });
});

describe('addGoods', () => {
  it('adds up by SKU, in the order in which they were told', () => {
    expect(
      addGoods(
        [
          { sku: 'B', quantity: 1 },
          { sku: 'A', quantity: 1_000_000 },
        ],
        [
          { sku: 'B', quantity: 2 },
          { sku: 'A', quantity: 1 },
        ],
      ),
    ).toEqual([
      { sku: 'B', quantity: 3 },
      { sku: 'A', quantity: 1_000_001 },
    ]);
  });
});
