import { describe, expect, it } from 'vitest';
import { exceptionKind } from '../../../domain/exceptions/exception.ts';
import { EXCEPTION_GUIDE } from '../../../domain/exceptions/guide.ts';
import { choiceSentence, exceptionMeaning, exceptionName } from './exception-words.ts';

describe('the words for exceptions', () => {
  it.each(exceptionKind.options)('[J5] %s has a name, a plain explanation, and choices that differ', (kind) => {
    const { choices } = EXCEPTION_GUIDE[kind];
    expect(exceptionName(kind)).toMatch(/^[A-Z].{8,}[^.]$/);
    expect(exceptionMeaning(kind)).toMatch(/^[A-Z].{20,}\.$/);
    const sentences = choices.map(({ id }) => choiceSentence(kind, id));
    expect(sentences).not.toContain(null);
    expect(new Set(sentences).size).toBe(choices.length);
  });

  it('has none for a choice of another kind', () => {
    expect(choiceSentence('promise_moved', 'left_twice')).toBeNull();
  });
});
