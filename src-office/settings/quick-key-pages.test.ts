import { expect, it } from 'vitest';
import { pageText, readPages } from './quick-key-pages.ts';

it('pages of quick keys are written a line each, and read again', () => {
  const pages = [
    { name: 'Counter', skus: ['100001', null, '100002'] },
    { name: 'Bakery', skus: [] },
  ];
  expect(pages.map(pageText)).toEqual(['Counter: 100001, , 100002', 'Bakery: ']);
  expect(readPages(pages.map(pageText))).toEqual(pages);
});

it.each([
  ['an empty line', '', []],
  ['a line without a name', ': 100001', []],
  ['a name alone', ' Fruit ', [{ name: 'Fruit', skus: [] }]],
  [
    'more articles than a page has',
    `A: ${Array.from({ length: 20 }, (_, at) => at).join(',')}`,
    [{ name: 'A', skus: Array.from({ length: 12 }, (_, at) => String(at)) }],
  ],
])('%s is read', (_what, line, pages) => {
  expect(readPages([line])).toEqual(pages);
});
