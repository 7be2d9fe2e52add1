import { expect, it } from 'vitest';
import { encodeDocument, joinPictures, printable } from './encode.ts';

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
  const columns = { kind: 'columns', start: 'Tea', end: '2.50', bold: false, size: 'normal' } as const;
  const bytes = encodeDocument({ direction, blocks: [columns] }, 'esc-pos', 32);
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
  const bytes = encodeDocument({ direction: 'ltr', blocks: [{ kind: 'picture', width, bits }] }, 'esc-pos', 32);
  const said = Buffer.from(bytes).toString('latin1');
  const before = said.slice(0, said.indexOf('\u001dv0'));
  expect([said.includes('\u001dv0'), before.includes(CENTRE)]).toEqual([true, isCentred]);
});

it('says the same in the language of Star, with its own numbers of code pages', () => {
  const text = { kind: 'text', text: 'Käse €', align: 'start', bold: true, size: 'normal' } as const;
  const said = Buffer.from(encodeDocument({ direction: 'ltr', blocks: [text, { kind: 'cut' }] }, 'star-prnt', 32)).toString('latin1');
  expect(said).toContain('\u001bE\u001b\u001dt\u0001K\u0084se \u001b\u001dt\u0004\u00d5\u001bF');
  expect(said.endsWith('\u001bd\u0001')).toBe(true);
});

it('joins pictures of one width that follow each other, and no others', () => {
  const picture = (width: number, ...rows: number[]) => ({ kind: 'picture', width, bits: Buffer.from(rows).toString('base64') }) as const;
  const rule = { kind: 'rule' } as const;
  expect(joinPictures([picture(8, 1), picture(8, 2, 3), picture(16, 4, 5), rule, picture(16, 6, 7)])).toEqual([
    picture(8, 1, 2, 3),
    picture(16, 4, 5),
    rule,
    picture(16, 6, 7),
  ]);
});
