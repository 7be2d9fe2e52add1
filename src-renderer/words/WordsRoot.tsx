import { DirectionContext } from '@mantine/core';
import { type ReactNode, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { chosenLanguage } from '../../texts/words/chosen-language.ts';
import { directionOf } from '../../texts/words/languages.ts';

/** The direction is the language's; nothing else changes it. */
const NOTHING = () => undefined;

/** Gives the page and everything in it the language that is shown, and its direction. */
export function WordsRoot({ children }: { readonly children: ReactNode }) {
  const language = useStore(chosenLanguage, (state) => state.language);
  const dir = directionOf(language);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = dir;
  }, [language, dir]);
  return <DirectionContext.Provider value={{ dir, toggleDirection: NOTHING, setDirection: NOTHING }}>{children}</DirectionContext.Provider>;
}
