import type { Key } from '../../texts/words/catalogs.ts';
import type { RoutePath } from './routes.ts';

/** A key, or several that do the same kind of thing, as they stand on a keyboard, and what it does. */
export interface ListedKey {
  readonly keys: readonly string[];
  readonly does: Key;
}

export interface KeySection {
  readonly section: Key;
  /** The screens that it belongs to; empty for all of them. */
  readonly paths: readonly RoutePath[];
  readonly keys: readonly ListedKey[];
}

/** Every key of the app. All that they do is also done by a button. */
export const KEY_SECTIONS: readonly KeySection[] = [
  {
    section: 'task.sale',
    paths: ['/sale'],
    keys: [
      { keys: ['3*'], does: 'keys.quantity' },
      { keys: ['$'], does: 'keys.priceCheck' },
      { keys: ['+', '−', 'Del'], does: 'keys.step' },
      { keys: ['↑', '↓'], does: 'keys.mark' },
      { keys: ['Alt 1', '…', '0'], does: 'keys.quickKey' },
      { keys: ['Alt D'], does: 'keys.discount' },
      { keys: ['Alt ⇧ D'], does: 'keys.saleDiscount' },
      { keys: ['Alt N'], does: 'keys.note' },
      { keys: ['Alt C'], does: 'keys.coupon' },
      { keys: ['Alt P'], does: 'keys.points' },
      { keys: ['Alt K'], does: 'keys.customer' },
      { keys: ['Alt O'], does: 'keys.order' },
      { keys: ['Alt Q'], does: 'keys.quote' },
      { keys: ['F5'], does: 'keys.hold' },
      { keys: ['F10'], does: 'keys.exact' },
      { keys: ['F11'], does: 'keys.card' },
      { keys: ['F12'], does: 'keys.pay' },
    ],
  },
  {
    section: 'keys.handing',
    paths: ['/pickup', '/picking', '/returns'],
    keys: [
      { keys: ['Enter'], does: 'keys.opens' },
      { keys: ['F12'], does: 'keys.handOver' },
    ],
  },
  {
    section: 'keys.everywhere',
    paths: [],
    keys: [
      { keys: ['F1', '…', 'F9'], does: 'keys.tasks' },
      { keys: ['/'], does: 'keys.search' },
      { keys: ['?'], does: 'keys.list' },
      { keys: ['Esc'], does: 'keys.back' },
    ],
  },
];

/** The sections, that of the open screen first. */
export function sectionsFor(path: string): readonly KeySection[] {
  const isOfScreen = ({ paths }: KeySection) => (paths as readonly string[]).includes(path);
  return [...KEY_SECTIONS.filter(isOfScreen), ...KEY_SECTIONS.filter((one) => !isOfScreen(one))];
}

/** The keys of a section that a search means, by their name or by what they do. @param textOf what a key does, in words. */
export function foundKeys({ keys }: KeySection, search: string, textOf: (does: Key) => string): readonly ListedKey[] {
  const wanted = search.trim().toLocaleLowerCase();
  return keys.filter(({ keys: names, does }) => `${names.join(' ')} ${textOf(does)}`.toLocaleLowerCase().includes(wanted));
}

/** Whether a key asks for the list of keys: `?` where nobody types a text. */
export function asksForKeys(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'target'>): boolean {
  if (event.key !== '?' || event.ctrlKey || event.altKey || event.metaKey) return false;
  const target = event.target as { matches?: (selector: string) => boolean } | null;
  return target?.matches?.('input, textarea, select') !== true;
}
