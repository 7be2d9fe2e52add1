import { discountOf } from '../base/adjustment.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTotal } from '../base/money.ts';
import { applyPromotions } from './apply-promotions.ts';
import { type PromotedLine, type Promotion, promotion } from './promotion.ts';

const lineOf = (sku: string, quantity: number, unitPrice: number): PromotedLine => ({
  sku,
  quantity,
  unitPrice,
  grossMinor: lineTotal(unitPrice, quantity),
});
const named = { id: 'P1', name: 'Promotion', skus: ['A', 'B', 'C'], startsOn: '2026-03-01', endsOn: '2026-03-31' };
const percent = (basisPoints: number, given: Partial<typeof named> = {}): Promotion =>
  promotion.parse({ kind: 'percent_off', ...named, ...given, basisPoints });
const multiBuy = (buy: number, pay: number, given: Partial<typeof named> = {}): Promotion =>
  promotion.parse({ kind: 'multi_buy', ...named, ...given, buy, pay });
const discountLines = (lines: readonly PromotedLine[], promotions: readonly Promotion[], date: string) =>
  applyPromotions(lines, promotions, { date }).adjustments;
const off = (lines: PromotedLine[], promotions: Promotion[], date = '2026-03-02') =>
  discountLines(lines, promotions, date).map((adjustments) => discountOf({ adjustments }));

const basket = fc
  .array(
    fc.record({
      sku: fc.constantFrom('A', 'B', 'C', 'D'),
      quantity: fc.integer({ min: 1, max: 9 }),
      price: fc.integer({ min: 0, max: 900_000 }),
    }),
    { maxLength: 8 },
  )
  .map((drawn) => drawn.map((one) => lineOf(one.sku, one.quantity, one.price)));

const taken = (sourceId: string, minor: number) => [{ source: 'promotion', sourceId, amountMinor: -minor, reason: null, approvedBy: null }];

describe('percentages and multi-buys on lists of SKUs', () => {
  it('[M1] a percentage is taken off the line and rounded once', () => {
    expect(off([lineOf('A', 3, 333_000), lineOf('D', 1, 333_000)], [percent(1000)])).toEqual([100, 0]);
    expect(off([lineOf('A', 1, 5_000)], [percent(1000)])).toEqual([1]);
    expect(off([lineOf('A', 2, 100_000)], [percent(10_000)])).toEqual([200]);
  });

  it('[M1] never takes off more than the gross, never less than nothing, and names the promotion where it took something', () => {
    fc.assert(
      fc.property(
        basket,
        fc.array(
          fc.oneof(
            fc.integer({ min: 1, max: 10_000 }).map((points) => percent(points)),
            fc.constant(multiBuy(3, 2)),
          ),
          { maxLength: 3 },
        ),
        (lines, promotions) => {
          discountLines(lines, promotions, '2026-03-02').forEach((adjustments, index) => {
            const discount = discountOf({ adjustments });
            expect(discount).toBeGreaterThanOrEqual(0);
            expect(discount).toBeLessThanOrEqual(lines[index]?.grossMinor ?? 0);
            expect(adjustments.map((one) => [one.source, one.sourceId])).toEqual(
              discount > 0 ? [['promotion', promotions.find((one) => one.id === adjustments[0]?.sourceId)?.id]] : [],
            );
          });
        },
      ),
    );
  });

  it('[M2] of every few units the cheapest is taken off all lines that take part', () => {
    expect(
      discountLines(
        [lineOf('A', 1, 1_919_000), lineOf('D', 1, 999_000), lineOf('B', 1, 2_889_000), lineOf('C', 1, 1_499_000)],
        [multiBuy(3, 2)],
        '2026-03-02',
      ),
    ).toEqual([taken('P1', 456), [], taken('P1', 687), taken('P1', 356)]);
  });

  it.each([
    ['2026-02-28', 0],
    ['2026-03-01', 10],
    ['2026-03-31', 10],
    ['2026-04-01', 0],
  ])('holds on %s: %d off', (date, expected) => {
    expect(off([lineOf('A', 1, 100_000)], [percent(1000)], date)).toEqual([expected]);
  });

  it('a line takes part in the first promotion that names it, and in no other', () => {
    const promotions = [percent(1000, { id: 'FIRST', skus: ['A'] }), percent(5000, { id: 'SECOND' })];
    expect(discountLines([lineOf('A', 1, 100_000), lineOf('B', 1, 100_000)], promotions, '2026-03-02')).toEqual([
      taken('FIRST', 10),
      taken('SECOND', 50),
    ]);
  });
});
