import { afterEach, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../domain/registry/registry.ts';
import { chosenLanguage } from '../../texts/words/chosen-language.ts';
import { codeWords, operationName, reasonDetail, reasonSentence, wholeReason } from './reason-words.ts';

describe('the words for what is in quarantine', () => {
  afterEach(() => chosenLanguage.setState({ language: 'en' }));

  it('are those of the catalog for a code that it knows, whatever the server says', () => {
    chosenLanguage.setState({ language: 'de' });
    expect(reasonSentence({ code: 'wrong_store', facts: { fault: 'other_store', store: '7' } })).toBe(
      'Die Kasse gehört zu einer anderen Filiale.',
    );
    expect(codeWords('wrong_store')).toBe('falsche Filiale');
  });

  it('are the stored text and the code itself for a code that it does not know', () => {
    chosenLanguage.setState({ language: 'de' });
    expect(reasonSentence({ code: 'from_long_ago', facts: { told: 'An old text.' } })).toBe('An old text.');
    expect(wholeReason({ code: 'from_long_ago', facts: { told: 'An old text.' } })).toBe('An old text.');
    expect(reasonSentence({ code: 'of_a_newer_server', facts: { shift: 'S' } })).toBe('of_a_newer_server (shift: S)');
    expect(codeWords('from_long_ago')).toBe('from long ago');
  });

  it('tell what exactly is wrong in the language that is shown, and an old sentence as it was', () => {
    const reason = { code: 'wrong_store', facts: { fault: 'other_store', store: '7' } };
    expect(reasonDetail(reason)).toBe('The register belongs to store 7.');
    expect(reasonDetail({ ...reason, facts: { told: 'This register belongs to store 7.' } })).toBe('This register belongs to store 7.');
    chosenLanguage.setState({ language: 'de' });
    expect(wholeReason(reason)).toBe('Die Kasse gehört zu einer anderen Filiale. Die Kasse gehört zur Filiale 7.');
  });

  it('tell no more than the code where that is all, or where the fault is none that a catalog knows', () => {
    expect(reasonDetail({ code: 'hash_mismatch', facts: {} })).toBeNull();
    expect(reasonDetail({ code: 'bad_schema', facts: { fault: 'of_a_newer_server', line: 3 } })).toBeNull();
    expect(wholeReason({ code: 'hash_mismatch', facts: {} })).toBe('The hash is not that of the content.');
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
