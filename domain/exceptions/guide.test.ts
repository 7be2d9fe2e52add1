import { describe, expect, it } from 'vitest';
import { exceptionKind } from './exception.ts';
import { choiceOf, EXCEPTION_GUIDE } from './guide.ts';

describe('the guide to exceptions', () => {
  it.each(exceptionKind.options)('[J5] %s has choices that differ', (kind) => {
    const { choices } = EXCEPTION_GUIDE[kind];
    expect(choices.length).toBeGreaterThan(0);
    expect(new Set(choices.map((choice) => choice.id)).size).toBe(choices.length);
  });

  it.each(exceptionKind.options)('%s asks for a product and its units exactly where they are corrected', (kind) => {
    for (const choice of EXCEPTION_GUIDE[kind].choices) {
      const named =
        choice.stock === 'named_leave' ||
        choice.stock === 'named_return' ||
        choice.stock === 'named_instead' ||
        choice.stock === 'named_back_instead';
      expect([choice.needs.includes('sku'), choice.needs.includes('quantity')]).toEqual([named, named]);
    }
  });

  it('finds the choices of a kind, and no others', () => {
    expect(choiceOf('handed_over_twice', 'left_twice')?.stock).toBe('goods_leave');
    expect(choiceOf('promise_moved', 'left_twice')).toBeUndefined();
  });
});
