import { expect, it } from 'vitest';
import { readLines, readStatus } from './host-status.ts';

const FIRST = '030,0,0,1218,000,0,0,0,000,0,0,0';
const SECOND = '001,0,0,0,1,2,6,0,00000000,1,000';
const with1 = (line: string, index: number, value: string) =>
  line
    .split(',')
    .map((field, at) => (at === index ? value : field))
    .join(',');
const fine = { kind: 'answered', paper: 'enough', cover: 'closed', failed: false, drawer: 'closed' } as const;

it.each([
  ['nothing', FIRST, SECOND, fine, 0],
  ['no paper', with1(FIRST, 1, '1'), SECOND, { ...fine, paper: 'out' }, 0],
  ['no ribbon', FIRST, with1(SECOND, 3, '1'), { ...fine, paper: 'out' }, 0],
  ['an open head', FIRST, with1(SECOND, 2, '1'), { ...fine, cover: 'open' }, 0],
  ['a pause', with1(FIRST, 2, '1'), SECOND, { ...fine, failed: true }, 0],
  ['heat', with1(FIRST, 11, '1'), SECOND, { ...fine, failed: true }, 0],
  ['broken memory', with1(FIRST, 9, '1'), SECOND, { ...fine, failed: true }, 0],
  ['labels that wait', with1(FIRST, 4, '003'), with1(SECOND, 8, '00000002'), fine, 5],
])('tells of %s', (_what, first, second, state, waiting) => {
  expect(readStatus(first, second)).toEqual({ state, waiting });
});

it.each([
  ['', ''],
  [FIRST, '1234,0'],
])('reads nothing out of %j', (first, second) => {
  expect(readStatus(first, second)).toBeNull();
});

it('finds lines between noise, and keeps one that is not whole', () => {
  const bytes = [...Buffer.from(`noise\u0002${FIRST}\u0003\r\n\u0002${SECOND}\u0003\r\n\u000212`)];
  const read = readLines(bytes);
  expect(read.said).toEqual([FIRST, SECOND]);
  expect(readLines([...read.rest, ...Buffer.from('34,0\u0003')])).toEqual({ said: ['1234,0'], rest: [] });
});
