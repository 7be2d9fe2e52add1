import { afterEach, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../domain/registry/registry.ts';
import { chosenLanguage } from '../words/chosen-language.ts';
import { codeWords, operationName, reasonSentence } from './reason-words.ts';

describe('the words for what is in quarantine', () => {
  afterEach(() => chosenLanguage.setState({ language: 'en' }));

  it('are those of the catalog for a code that it knows, whatever the server says', () => {
    chosenLanguage.setState({ language: 'de' });
    expect(reasonSentence({ code: 'wrong_store', message: 'This register belongs to store 7.' })).toBe(
      'Die Kasse gehört zu einer anderen Filiale.',
    );
    expect(codeWords('wrong_store')).toBe('falsche Filiale');
  });

  it('are the stored text and the code itself for a code that it does not know', () => {
    chosenLanguage.setState({ language: 'de' });
    expect(reasonSentence({ code: 'from_long_ago', message: 'An old text.' })).toBe('An old text.');
    expect(codeWords('from_long_ago')).toBe('from long ago');
  });

  it.each(OPERATIONS.map(({ type }) => type))('name %s in words of its own, and otherwise in German', (type) => {
    const english = operationName(type);
    expect(english).not.toBe(type.replaceAll('_', ' '));
    chosenLanguage.setState({ language: 'de' });
    expect(operationName(type)).not.toBe(english);
  });

  it('leave an operation of a newer version its own name', () => {
    expect(operationName('brew_coffee')).toBe('brew coffee');
  });
});
