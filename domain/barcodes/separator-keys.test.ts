import { expect, it } from 'vitest';
import { isSeparatorKey, separatorKeyNamed } from './separator-keys.ts';

it('FNC1 is typed as Ctrl+], by the place of the key and not by what it is labelled with', () => {
  expect(separatorKeyNamed('Ctrl+]')).toBe('Control+BracketRight');
  expect(separatorKeyNamed('Ctrl+C')).toBeUndefined();
  expect(isSeparatorKey({ code: 'BracketRight', ctrlKey: true })).toBe(true);
  expect(isSeparatorKey({ code: 'BracketRight', ctrlKey: false })).toBe(false);
  expect(isSeparatorKey({ code: 'KeyC', ctrlKey: true })).toBe(false);
  expect(isSeparatorKey({ code: 'F8', ctrlKey: false })).toBe(false);
  expect(isSeparatorKey({ code: 'F8', ctrlKey: false }, 'F8')).toBe(true);
});
