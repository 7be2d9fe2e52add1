import { describe, expect, it } from 'vitest';
import { cartLineOf, nothingKnown, operationOf } from '../../test/support/examples.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { operation } from '../registry/operations.ts';
import { noteBroughtBack, noteCleared, noteReduced } from './note-undone.ts';

const lines = [cartLineOf({ sku: 'A', quantity: 2, unitPrice: 150_500 }), cartLineOf({ sku: 'B', quantity: 1, unitPrice: 99_000 })];

describe('what was undone before it was paid', () => {
  it.each([
    [
      'a cleared sale',
      noteCleared(lines, 'USD', 'other'),
      {
        lines: [
          { sku: 'A', quantity: 2, unitPrice: 150_500 },
          { sku: 'B', quantity: 1, unitPrice: 99_000 },
        ],
        grossMinor: 400,
      },
    ],
    ['a sale that was brought back', noteBroughtBack(lines, 'USD'), { grossMinor: 400 }],
    [
      'a line with fewer units',
      noteReduced(cartLineOf({ sku: 'A', quantity: 3, unitPrice: 150_500 }), 1, 'USD'),
      { sku: 'A', quantityBefore: 3, quantityAfter: 1, grossMinor: 301 },
    ],
    [
      'a removed line',
      noteReduced(cartLineOf({ sku: 'A', quantity: 3, unitPrice: 150_500 }), 0, 'USD'),
      { quantityAfter: 0, grossMinor: 452 },
    ],
    [
      'a removed line of weighed goods',
      noteReduced(cartLineOf({ sku: 'A', quantity: 1250, quantityDecimals: 3, unit: 'kg', unitPrice: 400_000 }), 0, 'USD'),
      { quantityBefore: 1250, quantityAfter: 0, grossMinor: 500 },
    ],
  ])('%s is an operation that tells what it was, names nobody, and changes neither stock nor money', (_name, request, told) => {
    const one = operationOf(request);
    expect(operation.parse(one)).toEqual(one);
    expect(one.payload).toMatchObject({ currency: 'USD', ...told });
    expect(JSON.stringify(one.payload)).not.toContain('Article');
    expect(applyOperation(nothingKnown, one)).toEqual([]);
  });
});
