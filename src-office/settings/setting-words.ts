import { knownWords } from '../../texts/words/words.ts';

/** What a setting is called, and what it does, by its key. One that no catalog knows is named as it names itself. */
export function settingWords(key: string): { readonly name: string; readonly meaning: string } {
  return { name: knownWords(`setting.${key}.name`) ?? key, meaning: knownWords(`setting.${key}.meaning`) ?? '' };
}
