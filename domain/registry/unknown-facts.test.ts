import { describe, expect, it } from 'vitest';
import { cartLineOf, nothingKnown, operationOf, saleOf } from '../../test/support/examples.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { saleCompletedPayload } from '../sale/sale.ts';
import { type Unknowns, unknownFacts } from './unknown-facts.ts';

const known: Unknowns = { skus: new Set(), associates: new Set(), today: '2026-03-02' };
const sold = operationOf({
  type: 'sale_completed',
  payload: saleCompletedPayload.strip().parse(saleOf([cartLineOf({ quantity: 2 }), cartLineOf({ sku: 'B' }), cartLineOf({ quantity: 3 })])),
});

describe('[J5] [A3] what an operation names and nobody knows', () => {
  it.each<[string, Partial<Unknowns>, unknown[]]>([
    ['nothing', {}, []],
    ['a product', { skus: new Set(['A']) }, [{ kind: 'unknown_sku', subject: 'A', goods: [{ sku: 'A', quantity: 5 }] }]],
    ['another product', { skus: new Set(['C']) }, []],
    ['an associate', { associates: new Set(['ASSOCIATE']) }, [{ kind: 'unknown_associate', subject: 'ASSOCIATE' }]],
    ['a date of long ago', { today: '2050-01-01' }, [{ kind: 'business_date_off', subject: '2026-03-02' }]],
    ['a date of long ago, of imported history', { today: '2050-01-01', history: new Set(['R1']) }, []],
  ])('%s', (_what, given, expected) => {
    expect(exceptionDocument.in(unknownFacts(nothingKnown, sold, { ...known, ...given }))).toMatchObject(expected as object[]);
  });
});
