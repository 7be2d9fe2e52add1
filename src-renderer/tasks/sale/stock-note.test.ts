import { describe, expect, it } from 'vitest';
import { stockNote } from './stock-note.ts';

describe('the stock behind a line', () => {
  it.each([
    [10, 0, 1, '10 in stock', false],
    [10, 10, 1, '10 in stock, 10 promised to online orders', true],
    [10, 4, 6, '10 in stock', false],
    [10, 4, 7, '10 in stock, 4 promised to online orders', true],
    [2, 0, 3, '2 in stock by the book', true],
    [-1, 0, 1, '-1 in stock by the book', true],
    [null, 0, 1, 'No stock on record here', true],
  ])('[P4] with %j on hand, %d reserved and %d in the sale only informs', (onHand, reserved, quantity, text, warn) => {
    expect(stockNote(onHand, reserved, quantity)).toEqual({ text, warn });
  });
});
