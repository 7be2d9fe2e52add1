import { useStore } from 'zustand';
import { chosenLanguage } from '../../texts/words/chosen-language.ts';
import { words } from '../../texts/words/words.ts';

/** The same as {@link words}, for the root of an app and for components inside `memo`: renders again when the language changes. */
export function useWords(): typeof words {
  useStore(chosenLanguage, (state) => state.language);
  return words;
}
