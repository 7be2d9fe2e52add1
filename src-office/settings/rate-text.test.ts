import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateText, readRate } from './rate-text.ts';

describe('a tax rate', () => {
  it.each([
    ['8.875', 88_750],
    ['8,875', 88_750],
    [' 19 ', 190_000],
    ['0', 0],
    ['100', 1_000_000],
    ['7.0001', 70_001],
    ['', null],
    ['7.00001', null],
    ['-1', null],
    ['1e2', null],
    ['seven', null],
  ])('%j is %j parts per million', (text, ppm) => {
    expect(readRate(text)).toBe(ppm);
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ppm) => {
        expect(readRate(rateText(ppm))).toBe(ppm);
      }),
    );
  });
});
