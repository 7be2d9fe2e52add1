import { resolution } from './documents.ts';
import { exceptionDocument } from './documents.ts';
import type { ExceptionResolved } from './resolution.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceptionOf, nothingKnown, operationOf, STORE } from '../../test/support/examples.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { choiceId, type ChoiceId, exceptionKind, type ExceptionKind } from './exception.ts';
import { EXCEPTION_GUIDE } from './guide.ts';

const GOODS = [
  { sku: 'A', quantity: 2 },
  { sku: 'B', quantity: 1 },
];

function resolve(given: Partial<ExceptionResolved>, seq = 1) {
  return operationOf(
    {
      type: 'exception_resolved',
      payload: { exceptionId: 'E1', choice: 'left_twice', sku: null, quantity: null, note: '', office: null, ...given },
    },
    { seq },
  );
}

function storeWith(kind: ExceptionKind): StoreOverlay {
  const store = new StoreOverlay(nothingKnown);
  store.fold([exceptionDocument.put(exceptionOf({ kind, goods: GOODS }))]);
  return store;
}

function applied(store: StoreOverlay, operation: ReturnType<typeof resolve>): string[] {
  const effects = applyOperation(store, operation);
  store.fold(effects);
  return resolution.in(effects).map((one) => one.outcome);
}

const stockOf = (store: StoreOverlay) => Object.fromEntries(['A', 'B', 'C'].map((sku) => [sku, store.stockChange(STORE, sku).onHand]));

describe('a resolution', () => {
  it.each<[ExceptionKind, Partial<ExceptionResolved>, Record<string, number>]>([
    ['handed_over_twice', { choice: 'left_once' }, { A: 0, B: 0, C: 0 }],
    ['handed_over_twice', { choice: 'left_twice' }, { A: -2, B: -1, C: 0 }],
    ['shipped_twice', { choice: 'left_twice' }, { A: -2, B: -1, C: 0 }],
    ['handed_over_after_end', { choice: 'customer_keeps' }, { A: 0, B: 0, C: 0 }],
    ['handed_over_after_end', { choice: 'goods_back' }, { A: 2, B: 1, C: 0 }],
    ['shipped_after_end', { choice: 'goods_back' }, { A: 2, B: 1, C: 0 }],
    ['picked_after_end', { choice: 'put_back' }, { A: 0, B: 0, C: 0 }],
    ['picked_after_end', { choice: 'goods_gone', sku: 'C', quantity: 4 }, { A: 0, B: 0, C: -4 }],
    ['returned_more_than_bought', { choice: 'entered_twice' }, { A: -2, B: -1, C: 0 }],
    ['unknown_receipt', { choice: 'not_returned' }, { A: -2, B: -1, C: 0 }],
    ['unknown_fulfillment_order', { choice: 'goods_gone', sku: 'C', quantity: 1 }, { A: 0, B: 0, C: -1 }],
    ['unknown_sku', { choice: 'other_product', sku: 'C', quantity: 2 }, { A: 2, B: 0, C: -2 }],
    ['promise_moved', { choice: 'acknowledged' }, { A: 0, B: 0, C: 0 }],
    ['count_wanted', { choice: 'count_agrees' }, { A: 0, B: 0, C: 0 }],
    ['count_wanted', { choice: 'count_fewer', sku: 'A', quantity: 3 }, { A: -3, B: 0, C: 0 }],
    ['count_wanted', { choice: 'count_more', sku: 'A', quantity: 3 }, { A: 3, B: 0, C: 0 }],
    ['returned_other_goods', { choice: 'other_product', sku: 'C', quantity: 2 }, { A: -2, B: 0, C: 2 }],
    ['shipped_after_end', { choice: 'booked_before' }, { A: 2, B: 1, C: 0 }],
    ['shipped_after_end', { choice: 'paid_again', note: 'By card.' }, { A: 0, B: 0, C: 0 }],
  ])('[J5, P2] of %s by %j moves %j', (kind, given, moved) => {
    const store = storeWith(kind);
    expect(applied(store, resolve(given))).toEqual(['counted']);
    expect(stockOf(store)).toEqual(moved);
    expect(store.get(exceptionDocument, 'E1')?.resolved).toMatchObject({
      choice: given.choice,
      by: { kind: 'store', associateId: 'ASSOCIATE' },
    });
  });

  it('names the head office where that decided', () => {
    const store = storeWith('handed_over_twice');
    applied(store, resolve({ office: 'head office' }));
    expect(store.get(exceptionDocument, 'E1')?.resolved?.by).toEqual({ kind: 'head_office', name: 'head office' });
  });

  it.each<[string, Partial<ExceptionResolved>, string]>([
    ['an exception that nobody knows', { exceptionId: 'E2' }, 'unknown_exception'],
    ['a choice of another kind', { choice: 'acknowledged' }, 'choice_not_valid'],
  ])('[J5] of %s is kept and changes nothing', (_what, given, outcome) => {
    const store = storeWith('handed_over_twice');
    expect(applied(store, resolve(given))).toEqual([outcome]);
    expect(stockOf(store)).toEqual({ A: 0, B: 0, C: 0 });
    expect(store.get(exceptionDocument, 'E1')?.resolved).toBeNull();
  });

  it('[J5] of an exception of another store changes nothing', () => {
    const store = new StoreOverlay(nothingKnown);
    store.fold([exceptionDocument.put(exceptionOf({ storeId: 'S2', goods: GOODS }))]);
    expect(applied(store, resolve({}))).toEqual(['unknown_exception']);
  });

  it('[J5] whoever is first counts, whatever the others say, and stock is corrected once', () => {
    const payload = fc.record({
      choice: fc.constantFrom<ChoiceId>(...choiceId.options),
      sku: fc.option(fc.constantFrom('A', 'B', 'C')),
      quantity: fc.option(fc.integer({ min: 1, max: 9 })),
      office: fc.option(fc.constant('head office')),
    });
    fc.assert(
      fc.property(
        fc.constantFrom<ExceptionKind>(...exceptionKind.options),
        fc.array(payload, { minLength: 1, maxLength: 6 }),
        (kind, payloads) => {
          const store = storeWith(kind);
          const outcomes: string[] = [];
          let afterFirst: unknown = null;
          payloads.forEach((given, index) => {
            outcomes.push(...applied(store, resolve(given, index + 1)));
            if (outcomes.at(-1) === 'counted') afterFirst = { stock: stockOf(store), exception: store.get(exceptionDocument, 'E1') };
          });
          expect(outcomes).toHaveLength(payloads.length);
          const fits = payloads.findIndex(({ choice, sku, quantity }) => {
            const known = EXCEPTION_GUIDE[kind].choices.find((one) => one.id === choice);
            return known !== undefined && (known.needs.includes('sku') ? sku !== null && quantity !== null : true);
          });
          expect(outcomes.filter((outcome) => outcome === 'counted')).toHaveLength(fits < 0 ? 0 : 1);
          expect(outcomes.indexOf('counted')).toBe(fits);
          expect(outcomes.slice(fits + 1).every((outcome) => fits < 0 || outcome === 'already_resolved')).toBe(true);
          if (fits >= 0) expect({ stock: stockOf(store), exception: store.get(exceptionDocument, 'E1') }).toEqual(afterFirst);
        },
      ),
    );
  });

  it('[J5] what was resolved can be told again and resolved again', () => {
    const store = storeWith('picked_after_end');
    const again = exceptionOf({ kind: 'picked_after_end', facts: { order: 'WEB-2', status: 'expired' } });
    applied(store, resolve({ choice: 'put_back' }));
    store.fold([exceptionDocument.put(again)]);
    expect(store.get(exceptionDocument, 'E1')).toEqual(again);
    expect(applied(store, resolve({ choice: 'put_back' }, 2))).toEqual(['counted']);
  });
});
