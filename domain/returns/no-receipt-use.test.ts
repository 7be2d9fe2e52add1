import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CountedReturn, countedSince, countReturn, type NoReceiptUse, noReceiptUse, noReceiptUseId } from './no-receipt-use.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-03-31T12:00:00.000Z');
const day = (back: number) => new Date(NOW - back * DAY_MS).toISOString();
const one = (back: number, refundMinor = 1_000): CountedReturn => ({ receiptNumber: 'A1-000001', at: day(back), refundMinor });
const of = (...backs: number[]) => backs.reduce<NoReceiptUse | undefined>((use, back) => countReturn('NR-1', use, one(back)), undefined);

it('what a customer brought back is counted over the days that the policy says', () => {
  const use = of(0, 10, 89, 91);
  expect(countedSince(use, day(0), 90)).toEqual({ returns: 3, minor: 3_000 });
  expect(countedSince(use, day(0), 10)).toEqual({ returns: 1, minor: 1_000 });
  expect(countedSince(undefined, day(0), 90)).toEqual({ returns: 0, minor: 0 });
});

it('a return that arrives late takes its place, and what no policy counts any more goes', () => {
  expect(of(5, 20, 10)?.returns.map(({ at }) => at)).toEqual([day(20), day(10), day(5)]);
  expect(of(5, 20)?.last).toBe(day(5));
  expect(of(0, 366, 364)?.returns).toHaveLength(2);
});

it('in whatever order returns arrive, the same is known of the customer', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 20 }), (backs) => {
      const use = of(...backs);
      expect(of(...backs.toReversed())).toEqual(use);
      expect(noReceiptUse.parse(use)).toEqual(use);
    }),
  );
});

it('[A2] its id tells nobody who the customer is', () => {
  expect(noReceiptUseId('C-1')).toMatch(/^NR-[0-9a-f]{32}$/);
  expect(noReceiptUseId('C-1')).not.toBe(noReceiptUseId('C-2'));
});
