/** Of shorter words one error leaves too little to tell what was meant. */
const SHORTEST_FORGIVEN = 4;

/** Numbers are right or wrong; nearly right ones are other products and orders. */
const DIGIT = /\d/;

/** Whether an error in a word may be forgiven at all. */
export function isForgiven(word: string): boolean {
  return word.length >= SHORTEST_FORGIVEN && !DIGIT.test(word);
}

/**
 * Whether a typed word is another one, or the beginning of it, but for one typing error: a letter that is wrong, missing
 * or too many, or two neighbours that changed places. Both words folded.
 */
export function isNearly(typed: string, other: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === other[at]) at += 1;
  if (at === typed.length) return true;
  return (
    other.startsWith(typed.slice(at + 1), at + 1) ||
    other.startsWith(typed.slice(at), at + 1) ||
    other.startsWith(typed.slice(at + 1), at) ||
    (typed[at] === other[at + 1] && typed[at + 1] === other[at] && other.startsWith(typed.slice(at + 2), at + 2))
  );
}

/** Whether every word stands in a text, or one that is nearly the same does. Text and words folded. */
export function holdsNearly(text: string, words: readonly string[]): boolean {
  const others = text.split(' ');
  return words.every((word) => text.includes(word) || (isForgiven(word) && others.some((other) => isNearly(word, other))));
}
