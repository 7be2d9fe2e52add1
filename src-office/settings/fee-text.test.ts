import { describe, expect, it } from 'vitest';
import { feeText, readFee } from './fee-text.ts';

describe('the fee of a rule', () => {
  it.each([
    ['15 %', { basisPoints: 1_500 }],
    ['2.5%', { basisPoints: 250 }],
    ['100 %', { basisPoints: 10_000 }],
    ['5.00', { amountMinor: 500 }],
    ['', undefined],
    ['  ', undefined],
    ['0 %', null],
    ['101 %', null],
    ['0.00', null],
    ['a lot', null],
  ])('%j is read as %j', (text, fee) => expect(readFee(text, 'USD')).toEqual(fee));

  it('is written as it is read', () => {
    expect([{ basisPoints: 1_500 }, { amountMinor: 500 }, undefined].map((fee) => feeText(fee, 'USD'))).toEqual(['15 %', '5.00', '']);
  });
});
