import { expect, it } from 'vitest';
import { encodeEscpos, printable } from './encode.ts';

it.each([
  ['\u2066$12.34\u2069', '$12.34'],
  ['1\u202f234,50\u00a0€', '1 234,50 €'],
  ['−3 × “tea” … 5–6', '-3 x "tea" ... 5-6'],
  ['u\u0308ber', 'über'],
  ['\u001b@\u0010\u0014drawer', ' @  drawer'],
])('%j is printed as %j', (text, printed) => {
  expect(printable(text)).toBe(printed);
});

const spoken = (direction: 'ltr' | 'rtl') => {
  const bytes = encodeEscpos({ direction, blocks: [{ kind: 'columns', start: 'Tea', end: '2.50', bold: false, size: 'normal' }] }, 32);
  return Buffer.from(bytes).toString('latin1');
};

it('puts a name where a line begins, and its amount at the other side', () => {
  expect(spoken('ltr')).toContain(`Tea${' '.repeat(25)}2.50`);
  expect(spoken('rtl')).toContain(`2.50${' '.repeat(25)}Tea`);
});

const CENTRE = '\u001ba\u0001';

it.each([
  ['a logo in the middle', 16, true],
  ['a line that was drawn from where the text begins', 384, false],
])('prints %s', (_what, width, isCentred) => {
  const bits = Buffer.alloc((width / 8) * 8, 0xff).toString('base64');
  const bytes = encodeEscpos({ direction: 'ltr', blocks: [{ kind: 'picture', width, bits }] }, 32);
  const said = Buffer.from(bytes).toString('latin1');
  const before = said.slice(0, said.indexOf('\u001dv0'));
  expect([said.includes('\u001dv0'), before.includes(CENTRE)]).toEqual([true, isCentred]);
});
