import { expect, it } from 'vitest';
import { polePage, poleParts } from './page.ts';

const VIEW = { lines: ['Tea             4.00', 'Total           4.00'], isAway: false, isStuck: true };

it('shows both lines, and what is the matter', () => {
  const { texts, pressable } = poleParts('en', VIEW);
  expect(texts.display).toContain('Tea             4.00\nTotal           4.00');
  expect(texts.display).toContain('It takes nothing in');
  expect(pressable).toEqual(['isAway:off', 'isStuck:on']);
});

it.each(['en', 'de', 'ar'] as const)('is a page in %s whose buttons say what they do', (language) => {
  const page = polePage(language, { ...VIEW, lines: ['<b>', ''] });
  expect(page).toContain(`<html lang="${language}"`);
  expect(page).toContain('&lt;b&gt;');
  expect([...page.matchAll(/data-path="(\/\w+)" data-body="([^"]+)"/g)].map(([, path, body]) => `${path} ${body}`)).toEqual([
    '/away {&quot;on&quot;:true}',
    '/away {&quot;on&quot;:false}',
    '/stuck {&quot;on&quot;:true}',
    '/stuck {&quot;on&quot;:false}',
  ]);
});
