import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../page/languages.ts';
import { scalePage, scaleParts, type ScaleView } from './page.ts';
import { SCALE_WORDS } from './words.ts';

const idle: ScaleView = {
  onPlate: 0,
  shown: 0,
  tareGrams: 0,
  isOver: false,
  isUnder: false,
  moving: false,
  pounds: false,
  broken: false,
  isSilent: false,
  isAway: false,
};

describe('the page of the simulated scale', () => {
  it.each(Object.keys(LANGUAGES) as Language[])('says everything in %s, in its direction', (language) => {
    const page = scalePage(language, idle);
    expect(page).toContain(`<html lang="${language}" dir="${LANGUAGES[language].direction}">`);
    const others = ['away', 'silent', 'moving', 'inPounds', 'broken', 'net', 'overLoad', 'underLoad'];
    const missing = Object.entries(SCALE_WORDS[language]).filter(([key, text]) => !others.includes(key) && !page.includes(text));
    expect(missing).toEqual([]);
    expect(Object.values(SCALE_WORDS[language]).filter((text) => text === '')).toEqual([]);
  });

  it.each<[string, Partial<ScaleView>, readonly string[]]>([
    ['the weight', { shown: 1235, onPlate: 1235 }, ['1.235 kg']],
    ['a net weight', { shown: -500, tareGrams: 500 }, ['-0.500 kg', 'Net']],
    ['too much', { shown: null, isOver: true }, ['Too heavy']],
    ['too little', { shown: null, isUnder: true }, ['Too light']],
    ['what is wrong', { moving: true, isSilent: true, isAway: true }, ['The plate moves.', 'does not answer', 'cannot reach it']],
    ['what else is wrong', { pounds: true, broken: true }, ['told pounds', 'memory is broken']],
  ])('shows %s', (_what, more, texts) => {
    const { display } = scaleParts('en', { ...idle, ...more }).texts;
    expect(texts.filter((text) => !display.includes(text))).toEqual([]);
  });

  it('moves the slider with what lies on the plate, and offers what can be pressed', () => {
    const { values, pressable } = scaleParts('en', { ...idle, onPlate: 480, moving: true, isAway: true });
    expect(values).toEqual({ load: 480 });
    expect(pressable).toEqual(['always', 'moving:on', 'pounds:off', 'broken:off', 'isSilent:off', 'isAway:on']);
  });
});
