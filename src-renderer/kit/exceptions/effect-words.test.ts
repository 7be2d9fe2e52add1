import { describe, expect, it } from 'vitest';
import { choiceOf, type ExceptionChoice } from '../../../domain/exceptions/guide.ts';
import type { ChoiceId, ExceptionKind } from '../../../domain/exceptions/exception.ts';
import { exceptionOf } from '../../../test/support/examples.ts';
import { effectSentence, listGoods, type NamedGoods, newestFirst, suggestInput } from './effect-words.ts';

const A: NamedGoods = { sku: 'A', name: 'Article A', quantity: 2, onHand: 9 };
const NEW: NamedGoods = { sku: 'NEW', name: null, quantity: 1, onHand: -4 };

function choice(kind: ExceptionKind, id: ChoiceId): ExceptionChoice {
  const found = choiceOf(kind, id);
  if (found === undefined) throw new Error(`${kind} has no choice ${id}.`);
  return found;
}

describe('what a choice does, in words', () => {
  it.each<[ExceptionKind, ChoiceId, NamedGoods[], number | null, string | null, string]>([
    ['handed_over_twice', 'left_once', [A], null, null, 'The stock stays as it is.'],
    ['handed_over_twice', 'left_twice', [A, { ...NEW, quantity: 1 }], null, null, 'Stock on hand goes down by 2 (Article A) and 1 (NEW).'],
    ['handed_over_after_end', 'goods_back', [A], null, null, 'Stock on hand goes up by 2 (Article A).'],
    ['handed_over_after_end', 'goods_back', [], null, null, 'The stock stays as it is.'],
    ['picked_after_end', 'goods_gone', [A], null, null, 'Stock on hand goes down by what you enter here.'],
    ['picked_after_end', 'goods_gone', [A], 3, 'Article B', 'Stock on hand goes down by 3 (Article B).'],
    ['unknown_sku', 'other_product', [NEW], 4, 'Article B', 'Stock on hand goes down by 4 (Article B) and up by 4 (NEW).'],
    ['count_wanted', 'count_more', [A], 4, 'Article A', 'Stock on hand goes up by 4 (Article A).'],
    ['count_wanted', 'count_more', [A], null, null, 'Stock on hand goes up by what you enter here.'],
    ['returned_other_goods', 'other_product', [A], 1, 'Article B', 'Stock on hand goes up by 1 (Article B) and down by 1 (Article A).'],
    [
      'returned_other_goods',
      'other_product',
      [A],
      null,
      null,
      'Stock on hand goes up by what you enter here, and down by as many of Article A.',
    ],
    ['unknown_sku', 'other_product', [NEW], null, null, 'Stock on hand goes down by what you enter here, and up by as many of NEW.'],
  ])('%s, %s, of %j: %s %s', (kind, id, goods, quantity, named, sentence) => {
    expect(effectSentence(choice(kind, id), goods, quantity, named)).toBe(sentence);
  });

  it('suggests the goods of the exception, and all that was sold of a product that nobody knows', () => {
    expect(suggestInput(choice('picked_after_end', 'goods_gone'), [A])).toEqual({ sku: 'A', quantity: 2 });
    expect(suggestInput(choice('picked_after_end', 'goods_gone'), [])).toEqual({ sku: '', quantity: null });
    expect(suggestInput(choice('unknown_sku', 'other_product'), [NEW])).toEqual({ sku: '', quantity: 4 });
    expect(suggestInput(choice('handed_over_twice', 'left_twice'), [A])).toEqual({ sku: '', quantity: null });
  });

  it('lists goods as people do', () => {
    expect(listGoods([])).toBe('');
    expect(listGoods([A, A, NEW])).toBe('2 (Article A), 2 (Article A) and 1 (NEW)');
  });

  it('shows the newest exception first', () => {
    const [early, late] = [
      exceptionOf({ id: 'X', openedAt: '2026-03-01T10:00:00.000Z' }),
      exceptionOf({ id: 'Y', openedAt: '2026-03-02T10:00:00.000Z' }),
    ];
    expect(newestFirst([early, late])).toEqual([late, early]);
  });
});
