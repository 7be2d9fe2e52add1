import { createStore } from 'zustand/vanilla';
import { firstLanguage, isLanguage, type Language, localeOf } from './languages.ts';

/** Where choices are kept: `localStorage`, or another in tests. */
export type KeptChoices = Pick<Storage, 'getItem' | 'setItem'>;

const DEVICE = 'outpost-language';
const nameFor = (person: string | null) => (person === null ? DEVICE : `${DEVICE}:${person}`);

/** The language that is shown now, and that of the device, whoever uses it. English until {@link startLanguage}. */
export const chosenLanguage = createStore<{ readonly language: Language; readonly ofDevice: Language }>(() => ({
  language: 'en',
  ofDevice: 'en',
}));

/** The language of what is being made, where it is not the one that is shown. */
let spoken: Language | null = null;

/** The language in which words, amounts and times are said now. */
export function currentLanguage(): Language {
  return spoken ?? chosenLanguage.getState().language;
}

/** Makes something that is read by somebody else than who uses the app, such as a receipt: all words in it are in that language. */
export function inLanguage<T>(language: Language, make: () => T): T {
  const before = spoken;
  spoken = language;
  try {
    return make();
  } finally {
    spoken = before;
  }
}

/** The current language, for `Intl`. */
export function locale(): string {
  return localeOf(currentLanguage());
}

function show(language: Language): void {
  if (language !== chosenLanguage.getState().language) chosenLanguage.setState({ language });
}

function showOnDevice(language: Language): void {
  const { language: shown, ofDevice } = chosenLanguage.getState();
  if (language !== shown || language !== ofDevice) chosenLanguage.setState({ language, ofDevice: language });
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
  showOnDevice(read(kept, null) ?? firstLanguage(wanted));
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
  if (person === null) showOnDevice(language);
  else show(language);
  try {
    kept.setItem(nameFor(person), language);
  } catch {
    // It holds until the page is loaded again.
  }
}
