const COMBINING_MARKS = /\p{M}+/gu;
const BETWEEN_WORDS = /[\s,;:.()/"'&+-]+/g;
const BEYOND_ASCII = /[^ -~]/;

/** Letters that are no accented ones, by those that people type for them on another keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ŀ: 'l',
  ƒ: 'f',
  ĳ: 'ij',
  ĸ: 'k',
  ə: 'e',
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Text as it is compared in a search: lower case, in plain letters without accents, one space between words. */
export function foldText(text: string): string {
  const words = text.toLowerCase().replace(BETWEEN_WORDS, ' ').trim();
  // Most names are plain ASCII, and normalising costs ten times as much as looking.
  if (!BEYOND_ASCII.test(words)) return words;
  return words
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter);
}
