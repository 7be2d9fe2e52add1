import { afterEach, describe, expect, it } from 'vitest';
import {
  chooseLanguage,
  chosenLanguage,
  currentLanguage,
  inLanguage,
  type KeptChoices,
  locale,
  showLanguageOf,
  startLanguage,
} from './chosen-language.ts';

function memory(): KeptChoices {
  const kept = new Map<string, string>();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => void kept.set(name, text) };
}

const FULL: KeptChoices = {
  getItem() {
    throw new Error('no storage');
  },
  setItem() {
    throw new Error('no storage');
  },
};
const shown = () => chosenLanguage.getState().language;

describe('the chosen language', () => {
  afterEach(() => startLanguage(memory(), ['en']));

  it('is at first what the device asks for', () => {
    startLanguage(memory(), ['de-DE']);
    expect([shown(), locale()]).toEqual(['de', 'de-DE']);
  });

  it('is what was chosen on the device, at the next start too', () => {
    const kept = memory();
    chooseLanguage(kept, 'ar', null);
    expect(shown()).toBe('ar');
    startLanguage(kept, ['de']);
    expect(shown()).toBe('ar');
  });

  it('is that of the person, who finds it again after others', () => {
    const kept = memory();
    startLanguage(kept, ['en']);
    chooseLanguage(kept, 'de', 'a1');
    chooseLanguage(kept, 'ar', 'a2');
    showLanguageOf(kept, 'a1');
    expect(shown()).toBe('de');
    startLanguage(kept, ['en']);
    expect(shown()).toBe('en');
  });

  it('stays for somebody who has chosen none', () => {
    const kept = memory();
    chooseLanguage(kept, 'de', null);
    showLanguageOf(kept, 'a1');
    expect(shown()).toBe('de');
  });

  it('of the device is known, whoever has chosen another for themselves', () => {
    const kept = memory();
    startLanguage(kept, ['de']);
    chooseLanguage(kept, 'ar', 'a1');
    expect(chosenLanguage.getState()).toEqual({ language: 'ar', ofDevice: 'de' });
    chooseLanguage(kept, 'en', null);
    expect(chosenLanguage.getState()).toEqual({ language: 'en', ofDevice: 'en' });
  });

  it('is another while something is made for somebody else, and the same again when that fails', () => {
    startLanguage(memory(), ['de']);
    const said = () => [currentLanguage(), locale()];
    expect(inLanguage('ar', () => [...said(), ...inLanguage('en', said), currentLanguage()])).toEqual([
      'ar',
      'ar-u-nu-latn',
      'en',
      'en-US',
      'ar',
    ]);
    expect(() =>
      inLanguage('ar', () => {
        throw new Error('no paper');
      }),
    ).toThrow('no paper');
    expect([...said(), shown()]).toEqual(['de', 'de-DE', 'de']);
  });

  it('can be chosen where nothing can be kept', () => {
    startLanguage(FULL, ['ar']);
    expect(shown()).toBe('ar');
    chooseLanguage(FULL, 'de', null);
    showLanguageOf(FULL, 'a1');
    expect(shown()).toBe('de');
  });
});
