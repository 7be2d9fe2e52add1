import { expect, it } from 'vitest';
import { dotsOf, printDocument } from './print-document.ts';

const taken = (block: object) => printDocument.safeParse({ direction: 'ltr', blocks: [block] }).success;

it.each([
  ['a picture of whole rows', { kind: 'picture', width: 16, bits: 'AAAA/w==' }, true],
  ['a picture that ends in the middle of a row', { kind: 'picture', width: 16, bits: 'AAAA' }, false],
  ['a picture wider than the paper', { kind: 'picture', width: 584, bits: 'A'.repeat(100) }, false],
  ['a barcode that Code 128 cannot say', { kind: 'barcode', data: 'Größe' }, false],
  ['a receipt number', { kind: 'barcode', data: 'A8-021412' }, true],
  ['what is no block', { kind: 'kick' }, false],
])('of %s: %j is taken: %s', (_what, block, isTaken) => {
  expect(taken(block)).toBe(isTaken);
});

it.each([
  [32, 384],
  [42, 504],
  [48, 576],
])('a picture on paper of %i characters is %i dots wide', (columns, dots) => {
  expect(dotsOf(columns)).toBe(dots);
});
