import { createStore } from 'zustand/vanilla';
import { firstLanguage, isLanguage, type Language, localeOf } from './languages.ts';

/** Where choices are kept: `localStorage`, or another in tests. */
export type KeptChoices = Pick<Storage, 'getItem' | 'setItem'>;

const DEVICE = 'outpost-language';
const nameFor = (person: string | null) => (person === null ? DEVICE : `${DEVICE}:${person}`);

/** The language that is shown now. English until {@link startLanguage}. */
export const chosenLanguage = createStore<{ readonly language: Language }>(() => ({ language: 'en' }));

/** The language that is shown now, for `Intl`. */
export function locale(): string {
  return localeOf(chosenLanguage.getState().language);
}

function show(language: Language): void {
  if (language !== chosenLanguage.getState().language) chosenLanguage.setState({ language });
}

/** A browser that keeps nothing has no choice to give. */
function read(kept: KeptChoices, person: string | null): Language | null {
  try {
    const text = kept.getItem(nameFor(person));
    return isLanguage(text) ? text : null;
  } catch {
    return null;
  }
}

/** Shows the language of the device: the one that was chosen on it, or else the first that its system asks for. */
export function startLanguage(kept: KeptChoices, wanted: readonly string[]): void {
  show(read(kept, null) ?? firstLanguage(wanted));
}

/** Shows the language that a person has chosen on this device before; without such a choice it stays as it is. */
export function showLanguageOf(kept: KeptChoices, person: string): void {
  const known = read(kept, person);
  if (known !== null) show(known);
}

/**
 * Shows a language and keeps the choice.
 * @param person whose choice it is; null for the device's own.
 */
export function chooseLanguage(kept: KeptChoices, language: Language, person: string | null): void {
  show(language);
  try {
    kept.setItem(nameFor(person), language);
  } catch {
    // It holds until the page is loaded again.
  }
}
