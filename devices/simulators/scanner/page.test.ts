import { expect, it } from 'vitest';
import { scannerPage, scannerParts } from './page.ts';

const FREE = { isAway: false, isHeard: false, last: null };

it('says of each scanner whether a till hears it, what it scanned last, and what can be pressed', () => {
  const { texts, pressable } = scannerParts('en', [{ isAway: false, isHeard: true, last: '<9521>' }, FREE]);
  expect(texts.display).toContain('Scanner 1: A till listens.');
  expect(texts.display).toContain('&lt;9521&gt;');
  expect(texts.display).toContain('Scanner 2: No till listens.');
  expect(pressable).toEqual(['first:there', 'second:there', 'both:there']);
  expect(scannerParts('en', [{ ...FREE, isAway: true }, FREE]).pressable).toEqual(['first:away', 'second:there']);
});

it.each(['en', 'de', 'ar'] as const)('is a page in %s whose buttons say what they do', (language) => {
  const page = scannerPage(language, [FREE, FREE]);
  expect(page).toContain(`<html lang="${language}"`);
  expect([...page.matchAll(/data-path="(\/\w+)"/g)].map(([, path]) => path)).toEqual([
    ...['/scan', '/scan', '/both', '/away', '/away', '/half', '/noise'],
  ]);
});
