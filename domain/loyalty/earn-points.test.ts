import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cartLineOf, soldOf } from '../../test/support/examples.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import { type Earning, earnPoints } from './earn-points.ts';

const RULE = { points: 1, forMinor: 100, worthMinor: 1 };

function lineOf(totalMinor: number, kind: SaleLine['kind'] = 'goods'): SaleLine {
  const [line] = soldOf([cartLineOf()]).lines;
  if (line === undefined) throw new Error('A sale has lines.');
  return { ...line, kind, totalMinor };
}

function earned(line: SaleLine, category: string | null, given: Partial<Earning> = {}): number | undefined {
  return earnPoints([line], [{ category }], { rule: RULE, excluded: ['Books'], boosts: [], date: '2026-03-02', ...given })[0]?.points;
}

const boost = (times: number, category: string | null, startsOn = '2026-03-01', endsOn = '2026-03-31') => ({
  startsOn,
  endsOn,
  times,
  category,
});

it.each<readonly [string, SaleLine, string | null, Partial<Earning>, number]>([
  ['goods for 10.00', lineOf(1_000), 'Toys', {}, 10],
  ['goods for 10.99: whole points alone', lineOf(1_099), null, {}, 10],
  ['a service', lineOf(500, 'service'), null, {}, 5],
  ['goods of an excluded category', lineOf(1_000), 'Books', {}, 0],
  ['a gift card', lineOf(5_000, 'gift_card'), null, {}, 0],
  ['a payment on account', lineOf(5_000, 'account_payment'), null, {}, 0],
  ['a deposit', lineOf(25, 'deposit'), null, {}, 0],
  ['where there is no program', lineOf(1_000), null, { rule: { ...RULE, points: 0 } }, 0],
  ['on a day with twice the points', lineOf(1_050), 'Toys', { boosts: [boost(2, null)] }, 21],
  ['on a day of another category', lineOf(1_000), 'Toys', { boosts: [boost(3, 'Games')] }, 10],
  ['on a day with several: the highest', lineOf(1_000), 'Toys', { boosts: [boost(2, null), boost(5, 'Toys'), boost(3, null)] }, 50],
  ['a day before', lineOf(1_000), null, { boosts: [boost(2, null, '2026-03-03')] }, 10],
  ['a day after', lineOf(1_000), null, { boosts: [boost(2, null, '2026-03-01', '2026-03-01')] }, 10],
  ['2 points for each 5.00', lineOf(1_499), null, { rule: { points: 2, forMinor: 500, worthMinor: 1 } }, 5],
])('%s earns what the head office says', (_what, line, category, given, points) => {
  expect(earned(line, category, given)).toBe(points);
});

it('[M1] never more than the amount comes to, and less than a point below it', () => {
  const amounts = fc.record({
    minor: fc.nat(100_000_000),
    points: fc.integer({ min: 1, max: 1_000 }),
    forMinor: fc.integer({ min: 1, max: 100_000 }),
  });
  fc.assert(
    fc.property(amounts, ({ minor, points, forMinor }) => {
      const got = BigInt(earned(lineOf(minor), null, { rule: { points, forMinor, worthMinor: 0 } }) ?? -1);
      const exact = BigInt(minor) * BigInt(points);
      expect(got * BigInt(forMinor) <= exact && exact < (got + 1n) * BigInt(forMinor)).toBe(true);
    }),
  );
});

it('[M1] no more than can be counted, whatever the head office says', () => {
  const rule = { points: 1_000_000, forMinor: 1, worthMinor: 0 };
  expect(earned(lineOf(1_000_000_000_000), null, { rule, boosts: [boost(100, null)] })).toBe(1_000_000_000_000);
});
