import type { Facts } from '../base/facts.ts';

/** The names in braces of a sentence. */
export type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** The sentence with what is told in place of its names; nothing where a name is not told. */
export function fillSentence(sentence: string, facts: Facts): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
