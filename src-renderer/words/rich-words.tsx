import { Fragment, type ReactNode, createElement } from 'react';
import type { Key, Messages } from '../../texts/words/catalogs.ts';
import { chosenLanguage } from '../../texts/words/chosen-language.ts';
import type { NamesIn } from '../../texts/words/message.ts';
import { formatOf } from '../../texts/words/words.ts';

/** A message with elements in it, such as a link or a name in bold. Each is isolated, so that it does not turn the sentence around. */
export function richWords<K extends Key>(key: K, values: Readonly<Record<NamesIn<Messages[K]>, ReactNode>>): ReactNode {
  const isolated = Object.entries<ReactNode>(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : createElement('bdi', null, value),
  ]);
  const parts = formatOf(chosenLanguage.getState().language, key).format<ReactNode>(
    Object.fromEntries(isolated) as Record<string, ReactNode>,
  );
  return createElement(Fragment, null, ...(Array.isArray(parts) ? parts : [parts]));
}
