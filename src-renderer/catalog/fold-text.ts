const COMBINING_MARKS = /\p{M}+/gu;
const BETWEEN_WORDS = /[\s,;:.()/"'&+-]+/g;
const BEYOND_ASCII = /[^ -~]/;

/** Text as it is compared in a search: lower case, without accents, one space between words. */
export function foldText(text: string): string {
  const words = text.toLowerCase().replace(BETWEEN_WORDS, ' ').trim();
  // Most names are plain ASCII, and normalising costs ten times as much as looking.
  return BEYOND_ASCII.test(words) ? words.normalize('NFD').replace(COMBINING_MARKS, '') : words;
}
