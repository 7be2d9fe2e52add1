import { describe, expect, it } from 'vitest';
import { promotion } from '../promotions/promotion.ts';
import { priceOfKept, repricedRefund } from './reprice-return.ts';

const made = (given: object) =>
  promotion.parse({ id: 'P', name: 'P', startsOn: '2026-01-01', endsOn: '2026-12-31', everything: true, ...given });
const lineOf = (sku: string, quantity: number, minor: number, kept: number) => ({
  sku,
  quantity,
  unitPrice: minor * 1000,
  grossMinor: minor * quantity,
  kept,
});

describe('a return that is priced again', () => {
  const threeAndOne = [made({ kind: 'multi_buy', buy: 4, pay: 3 })];
  const pricesAt = (kept: number) => priceOfKept([lineOf('A', 4, 1000, kept), lineOf('B', 1, 0, 0)], threeAndOne, { date: '2026-03-02' });

  it('prices what is kept alone', () => {
    expect([4, 3, 2, 0].map(pricesAt)).toEqual([
      [3000, 0],
      [3000, 0],
      [2000, 0],
      [0, 0],
    ]);
  });

  it('[J9] gives back what was paid, less what is kept, and all of it in the end', () => {
    let unrefunded = 3000;
    const refunds = [3, 2, 0].map((kept) => {
      const refund = repricedRefund(unrefunded, pricesAt(kept));
      unrefunded -= refund;
      return refund;
    });
    expect([refunds, unrefunded]).toEqual([[0, 1000, 2000], 0]);
  });

  it('costs the customer nothing where what is kept is dearer alone', () => {
    expect(repricedRefund(2000, [3000])).toBe(0);
  });
});
