import { currentLanguage, inLanguage } from '../words/chosen-language.ts';
import type { Language } from '../words/languages.ts';
import type { Paper, PaperPart } from './paper.ts';

/** Whether two texts read the same. Arabic has marks of direction around names and numbers. */
function readSame(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
  return plain(one) === plain(other);
}

/** A part with what it says in another language below it. Names of goods, amounts and times stay as they are. */
function withSecond(part: PaperPart, second: PaperPart | undefined): PaperPart[] {
  if (part.kind === 'head' && second?.kind === 'head' && !readSame(part.text, second.text)) return [part, { ...second, tone: 'plain' }];
  if (part.kind === 'note' && second?.kind === 'note' && !readSame(part.text, second.text)) return [part, { ...second, strong: false }];
  if (part.kind === 'figure' && second?.kind === 'figure' && !readSame(part.name, second.name)) {
    return [{ ...part, details: [second.name, ...(part.details ?? [])] }];
  }
  return [part];
}

/**
 * A slip for a customer.
 * @param languages one, or two of which the second stands below the first; none for the language of the screen.
 * @param make the same parts in every language. Its title names the slip on the screen.
 */
export function paperIn(languages: readonly Language[], make: () => Paper): Paper {
  const [language = currentLanguage(), second] = languages;
  const { title } = make();
  const { parts } = inLanguage(language, make);
  if (second === undefined) return { title, language, parts };
  const others = inLanguage(second, make).parts;
  return { title, language, parts: parts.flatMap((part, index) => withSecond(part, others[index])) };
}
