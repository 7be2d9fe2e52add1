import type { Key, Messages } from '../../src-renderer/words/catalogs.ts';
import type { Values } from '../../src-renderer/words/message.ts';
import { wordsIn } from '../../src-renderer/words/words.ts';

/** A message as an English screen shows it, to find things by: the catalog may say it in other words tomorrow. */
export function say<K extends Key>(key: K, ...values: Values<Messages[K]>): string {
  return wordsIn('en', key, ...values);
}
