import { describe, expect, it } from 'vitest';
import { partsText, readPartsText } from './parts-text.ts';

describe('articles with their quantities', () => {
  it.each([
    ['BOTTLE', [['BOTTLE', 1]]],
    [
      'BOTTLE:20 CRATE',
      [
        ['BOTTLE', 20],
        ['CRATE', 1],
      ],
    ],
    [
      ' 4006381333931:2;A-7 ',
      [
        ['4006381333931', 2],
        ['A-7', 1],
      ],
    ],
    ['', []],
  ])('%j', (text, parts) => {
    const read = readPartsText(text, 5);
    expect(read.ok && read.value.map(({ sku, quantity }) => [sku, quantity])).toEqual(parts);
  });

  it.each(['BOTTLE:0', 'BOTTLE:1001', 'BOTTLE:x', 'BOTTLE:', 'A:1:2', ':2', 'A:-1', 'A:1.5', 'A B C D E F'])('%j is none', (text) => {
    expect(readPartsText(text, 5)).toEqual({ ok: false, refusal: 'not_pairs' });
  });

  it('are written as they are read', () =>
    expect(
      partsText([
        { sku: 'BOTTLE', quantity: 20 },
        { sku: 'CRATE', quantity: 1 },
      ]),
    ).toBe('BOTTLE:20 CRATE'));
});
