import { describe, expect, it } from 'vitest';
import { plainPosition, sumOfPositions } from './receipt.ts';

describe('a line that is no goods', () => {
  it('is called after what it is, or after what tells it apart', () => {
    expect(plainPosition('Auszahlung', -2_000, 5, { caseName: 'cleaning' })).toMatchObject({
      text: 'cleaning',
      caseName: 'cleaning',
      quantity: 1_000,
      unitPrice: -2_000_000,
      amount: { key: 5, grossMinor: -2_000, taxMinor: 0 },
    });
    expect(plainPosition('Anfangsbestand', 10_000, 5).text).toBe('Anfangsbestand');
  });

  it('counts in the sum of its receipt', () => {
    expect(sumOfPositions({ positions: [plainPosition('Rabatt', -300, 5), plainPosition('Umsatz', 1_000, 1)] })).toBe(700);
  });
});
