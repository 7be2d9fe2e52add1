import { describe, expect, it } from 'vitest';
import { promotionDocument } from './documents.ts';
import { promotion } from './promotion.ts';

const first = { id: 'P', name: 'P', skus: ['A'], startsOn: '2026-01-01', endsOn: '2026-12-31' };
const percent = { kind: 'percent_off', ...first, basisPoints: 1000 };
const multiBuy = { kind: 'multi_buy', ...first, buy: 3, pay: 2 };
const nothing = { kind: 'percent_off', ...first, skus: [], basisPoints: 1 };

describe('promotions that an older version stored or reads', () => {
  it.each([percent, multiBuy])('what the first version stored is whole when it is read: %j', (stored) => {
    const whole = promotionDocument.completed(stored as never);
    expect(whole).toEqual(promotion.parse(stored));
    expect(whole).toMatchObject({ stacking: 'one_per_line', codes: [], priority: 100, minimumMinor: 0 });
  });

  it.each([
    [percent, percent],
    [multiBuy, multiBuy],
    [{ ...percent, codes: ['TEN'] }, nothing],
    [{ ...percent, customerGroups: ['staff'] }, nothing],
    [{ ...multiBuy, basisPoints: 5000 }, nothing],
    [{ kind: 'sale_amount', ...first, amountMinor: 1000 }, nothing],
  ])('the first apps read %j as %j: never more than it gives', (given, expected) => {
    expect(promotionDocument.asOlder(promotion.parse(given))).toEqual(expected);
  });
});
