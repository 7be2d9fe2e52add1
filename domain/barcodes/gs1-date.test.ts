import { expect, it } from 'vitest';
import { readGs1Date } from './gs1-date.ts';

it.each([
  ['261231', '2026-12-31'],
  ['260200', '2026-02-28'],
  ['280200', '2028-02-29'],
  ['280229', '2028-02-29'],
  ['770101', '1977-01-01'],
  ['760101', '2076-01-01'],
  ['000101', '2000-01-01'],
])('a label says %s and means %s, seen from 2026', (text, date) => {
  expect(readGs1Date(text, '2026-11-25')).toBe(date);
});

it('seen from 2060, a low year is of the next century', () => {
  expect(readGs1Date('100101', '2060-01-01')).toBe('2110-01-01');
});

it.each([['261301'], ['260230'], ['270229'], ['260001'], ['26123'], ['']])('%j is no date', (text) => {
  expect(readGs1Date(text, '2026-11-25')).toBeNull();
});
