import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../texts/words/words.ts';
import { asksForKeys, foundKeys, KEY_SECTIONS, sectionsFor } from './key-list.ts';
import { ROUTES } from './routes.ts';

const said = (does: Parameters<Parameters<typeof foundKeys>[2]>[0]) => wordsIn('en', does as 'keys.list');

describe('the list of keys', () => {
  it.each(ROUTES.map(({ path }) => [path]))('begins with those of %s, and leaves none out', (path) => {
    const sections = sectionsFor(path);
    expect(new Set(sections)).toEqual(new Set(KEY_SECTIONS));
    const own = KEY_SECTIONS.find(({ paths }) => (paths as readonly string[]).includes(path));
    if (own !== undefined) expect(sections[0]).toBe(own);
  });

  it.each([
    ['f12', ['keys.pay', 'keys.handOver']],
    ['card', ['keys.card']],
    ['no such key', []],
  ])('is searched by a key and by what it does: %s', (search, found) => {
    expect(KEY_SECTIONS.flatMap((section) => foundKeys(section, search, said)).map(({ does }) => does)).toEqual(found);
  });

  it('is asked for by ? where nobody types', () => {
    const event = (given: Partial<KeyboardEvent>) => ({ key: '?', ctrlKey: false, altKey: false, metaKey: false, target: null, ...given });
    const field = { matches: () => true } as unknown as EventTarget;
    const button = { matches: () => false } as unknown as EventTarget;
    expect([{}, { target: button }, { target: field }, { ctrlKey: true }, { key: '/' }].map((given) => asksForKeys(event(given)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
