import { expect, it } from 'vitest';
import { figure, head, note, type Paper, RULE } from '../paper/paper.ts';
import { mailOfPaper } from './mail-of-paper.ts';

const AROUND = { intro: 'Here it is.', outro: 'Not yours?' };
const slip: Paper = {
  title: 'Receipt <A1>',
  parts: [
    { kind: 'picture', width: 8, bits: 'AA==' },
    head('Shop & Sons', 'strong'),
    { kind: 'goods', name: '<b>Tea</b>', amount: '$2.00', details: ['2 × $1.00'] },
    RULE,
    figure('Total', '$2.00', 'large'),
    note('Paid "in cash"', true),
    { kind: 'code', data: 'A1-000001' },
  ],
};

it('says the same in text as on paper, without pictures', () => {
  expect(mailOfPaper(slip, 'en', AROUND).text.split('\n')).toEqual([
    'Here it is.',
    '',
    'Shop & Sons',
    '<b>Tea</b>  $2.00',
    '  2 × $1.00',
    '-'.repeat(32),
    'Total  $2.00',
    'Paid "in cash"',
    '',
    'Not yours?',
  ]);
});

it('runs nothing that somebody has typed', () => {
  const { html } = mailOfPaper(slip, 'en', { ...AROUND, intro: '<script>1</script>' });
  expect(html).toContain('&lt;b&gt;Tea&lt;/b&gt;');
  expect(html).toContain('&lt;script&gt;1&lt;/script&gt;');
  expect(html).toContain('<title>Receipt &lt;A1&gt;</title>');
  expect(html).not.toMatch(/<b>|<script>/);
});

it('names each picture that it carries, and no other', () => {
  const { html, pictures } = mailOfPaper(slip, 'en', AROUND);
  expect(pictures).toEqual([
    { kind: 'picture', width: 8, bits: 'AA==', cid: 'picture-1' },
    { kind: 'code', data: 'A1-000001', cid: 'picture-2' },
  ]);
  expect([...html.matchAll(/src="([^"]+)"/g)].map(([, source]) => source)).toEqual(['cid:picture-1', 'cid:picture-2']);
  expect(html).toContain('alt="A1-000001"');
});

it.each([
  ['en', 'ltr', /<td align="left"[^>]*>Total<\/td><td align="right" dir="ltr"/],
  ['ar', 'rtl', /<td align="right"[^>]*>Total<\/td><td align="left" dir="ltr"/],
] as const)('is read in %s from the side where the language begins', (language, direction, row) => {
  const { html } = mailOfPaper(slip, language, AROUND);
  expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
  expect(html).toMatch(row);
});
