import { expect, it } from 'vitest';
import { changeWords, subjectWords, whoWords } from './action-words.ts';

it.each([
  ['user', '203.0.113.9', 'Ada, from 203.0.113.9'],
  ['key', '203.0.113.9', 'Key Ada, from 203.0.113.9'],
  ['command', null, 'Command on the server (Ada)'],
  // Kept before users had names.
  [null, null, 'Ada'],
] as const)('a %s from %s is told', (kind, address, words) => {
  expect(whoWords({ by: { kind, id: 'x', name: 'Ada' }, address })).toBe(words);
});

it.each([
  [null, null, null],
  [{ a: 1 }, null, 'Before {"a":1}'],
  [null, { a: 1 }, 'After {"a":1}'],
  [5, 6, 'Before 5, after 6'],
])('a change from %j to %j is told by the sides that it has', (before, after, words) => {
  expect(changeWords({ action: 'key.make', subject: 'k', before, after }, 'USD')).toBe(words);
});

it('tells a changed setting as its page does', () => {
  const changed = { action: 'setting.change', subject: 'people.lock_after_minutes store S1', subjectName: null } as const;
  expect(subjectWords(changed, new Map([['S1', 'Broadway']]))).toBe('Lock, Broadway');
  expect(subjectWords({ ...changed, subject: 'tax.rates company company' }, new Map())).toBe('Tax rates, the company');
  expect(changeWords({ ...changed, before: null, after: 5 }, 'USD')).toBe('After 5 minutes');
  const receipt = { action: 'setting.change', subject: 'receipt.text company company' } as const;
  expect(changeWords({ ...receipt, before: null, after: { header: ['A'], footer: ['B'] } }, 'USD')).toBe('After A, B');
  expect(subjectWords({ action: 'key.make', subject: 'k', subjectName: 'Web shop' }, new Map())).toBe('Web shop');
});
