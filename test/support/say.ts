import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { CATALOGS, type Key, type Messages } from '../../texts/words/catalogs.ts';
import type { NamesIn, Values } from '../../texts/words/message.ts';
import { wordsIn } from '../../texts/words/words.ts';

/** A message as an English screen shows it, to find things by: the catalog may say it in other words tomorrow. */
export function say<K extends Key>(key: K, ...values: Values<Messages[K]>): string {
  return wordsIn('en', key, ...values);
}

/** The same in another language. */
export const sayIn = wordsIn;

type Given = Readonly<Record<string, string | number | RegExp>>;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What stands where a message takes something: what is given, or anything. */
function patternOfValue(name: string, given: Given): string {
  const value = given[name];
  if (value === undefined) return '.+?';
  return value instanceof RegExp ? value.source : escaped(String(value));
}

function patternOf(elements: readonly MessageFormatElement[], given: Given, counted = '[\\d.,]+'): string {
  return elements
    .map((one) => {
      if (one.type === TYPE.literal) return escaped(one.value);
      if (one.type === TYPE.pound) return counted;
      if (one.type !== TYPE.plural && one.type !== TYPE.select) return 'value' in one ? patternOfValue(one.value, given) : '';
      const inner = one.value in given ? patternOfValue(one.value, given) : counted;
      return `(?:${Object.values(one.options)
        .map((option) => patternOf(option.value, given, one.type === TYPE.plural ? inner : counted))
        .join('|')})`;
    })
    .join('');
}

/**
 * A message of an English screen as a pattern, for what a test knows in part, such as a moment or a number that a register gives.
 * @param given what it takes, as far as that is known; everything else may be anything.
 */
export function saying<K extends Key>(
  key: K,
  given: Readonly<Partial<Record<NamesIn<Messages[K]>, string | number | RegExp>>> = {},
): RegExp {
  return new RegExp(patternOf(parse(CATALOGS.en[key], { ignoreTag: true }), given as Given));
}
