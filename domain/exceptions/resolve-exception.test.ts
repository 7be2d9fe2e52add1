import { exceptionDocument } from './documents.ts';
import { DocumentMap } from '../base/document-map.ts';
import type { ChoiceMade, ExceptionResolved } from './resolution.ts';
import { describe, expect, it } from 'vitest';
import { exceptionOf } from '../../test/support/examples.ts';
import type { Refusal } from '../base/refusal.ts';
import type { Exception } from './exception.ts';
import { resolveException } from './resolve-exception.ts';

const knowing = (exception: Exception | undefined) => DocumentMap.of(exceptionDocument, ...(exception === undefined ? [] : [exception]));
const made = (given: Partial<ChoiceMade>): ChoiceMade => ({ choice: 'left_once', sku: null, quantity: null, note: '', ...given });
const resolved: Exception['resolved'] = {
  choice: 'left_once',
  note: '',
  at: '2026-03-02T11:00:00.000Z',
  by: { kind: 'store', associateId: null },
  operationId: 'X',
};

describe('resolving an exception', () => {
  it.each<[string, Exception | undefined, Partial<ChoiceMade>, Refusal]>([
    ['one that nobody knows', undefined, {}, 'exception_is_resolved'],
    ['one that is resolved', exceptionOf({ resolved }), {}, 'exception_is_resolved'],
    ['a choice of another kind', exceptionOf(), { choice: 'acknowledged' }, 'choice_not_valid'],
    ['no product', exceptionOf({ kind: 'unknown_sku' }), { choice: 'other_product', sku: '  ', quantity: 1 }, 'sku_missing'],
    ['no quantity', exceptionOf({ kind: 'unknown_sku' }), { choice: 'other_product', sku: 'A' }, 'quantity_not_valid'],
    ['a quantity of zero', exceptionOf({ kind: 'unknown_sku' }), { choice: 'other_product', sku: 'A', quantity: 0 }, 'quantity_not_valid'],
    ['half a unit', exceptionOf({ kind: 'unknown_sku' }), { choice: 'other_product', sku: 'A', quantity: 1.5 }, 'quantity_not_valid'],
    ['too many', exceptionOf({ kind: 'unknown_sku' }), { choice: 'other_product', sku: 'A', quantity: 1_000_001 }, 'quantity_not_valid'],
    ['no note', exceptionOf({ kind: 'unknown_receipt' }), { choice: 'looked_up', note: '   ' }, 'note_missing'],
  ])('refuses %s', (_what, exception, given, refusal) => {
    expect(resolveException(knowing(exception), 'E1', made(given), null)).toEqual({ ok: false, refusal });
  });

  it.each<[string, Exception, Partial<ChoiceMade>, Partial<ExceptionResolved>]>([
    [
      'what the choice does not ask for is left out',
      exceptionOf(),
      { sku: 'A', quantity: 3, note: ' seen it ' },
      { sku: null, quantity: null, note: 'seen it' },
    ],
    [
      'what it asks for is kept',
      exceptionOf({ kind: 'unknown_sku' }),
      { choice: 'other_product', sku: ' A ', quantity: 3 },
      { choice: 'other_product', sku: 'A', quantity: 3 },
    ],
  ])('records the choice: %s', (_what, exception, given, payload) => {
    expect(resolveException(knowing(exception), 'E1', made(given), 'head office')).toMatchObject({
      ok: true,
      value: { type: 'exception_resolved', payload: { exceptionId: 'E1', office: 'head office', ...payload } },
    });
  });
});
