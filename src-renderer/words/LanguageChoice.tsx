import { useStore } from 'zustand';
import { chooseLanguage, chosenLanguage } from '../../texts/words/chosen-language.ts';
import styles from './LanguageChoice.module.css';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../texts/words/languages.ts';
import { useWords } from './use-words.ts';

/** The choice of the language. @param person whose it is; null for the device's own. */
export function LanguageChoice({ person }: { readonly person: string | null }) {
  const words = useWords();
  const language = useStore(chosenLanguage, (state) => state.language);
  return (
    <select
      className={styles.choice}
      aria-label={words('app.language')}
      value={language}
      onChange={({ currentTarget: { value } }) => {
        if (isLanguage(value)) chooseLanguage(localStorage, value, person);
      }}
    >
      {LANGUAGES.map((one) => (
        <option key={one} value={one} lang={one}>
          {LANGUAGE_NAMES[one]}
        </option>
      ))}
    </select>
  );
}
