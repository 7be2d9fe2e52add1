import { expect, it } from 'vitest';
import { isMailAddress, mailAddress } from './mail-address.ts';

it.each(['ana@example.com', 'ana.b+till@mail.example.co.uk', "o'neil@example.org", 'ana@münchen.example', `${'a'.repeat(64)}@example.com`])(
  'takes %s',
  (address) => {
    expect(isMailAddress(address)).toBe(true);
  },
);

it.each([
  ['nothing', ''],
  ['a word', 'ana'],
  ['no domain', 'ana@'],
  ['a domain without a dot', 'ana@example'],
  ['a name', 'Ana <ana@example.com>'],
  ['two', 'ana@example.com,bob@example.com'],
  ['two at signs', 'ana@bob@example.com'],
  ['a space', 'an a@example.com'],
  ['a header after it', 'ana@example.com\r\nBcc: bob@example.com'],
  ['a line', 'ana\n@example.com'],
  ['a zero', 'ana\u0000@example.com'],
  ['letters before the at sign that mail servers do not take', 'aña@example.com'],
  ['an empty label', 'ana@example..com'],
  ['a label that begins with a hyphen', 'ana@-example.com'],
  ['a local part that is too long', `${'a'.repeat(65)}@example.com`],
  ['one that is too long', `ana@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.com`],
])('refuses %s', (_what, address) => {
  expect(isMailAddress(address)).toBe(false);
});

it('leaves out the space around what was typed', () => {
  expect(mailAddress.parse(' ana@example.com ')).toBe('ana@example.com');
});
