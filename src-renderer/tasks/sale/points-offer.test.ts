import { describe, expect, it } from 'vitest';
import { promotion } from '../../../domain/promotions/promotion.ts';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import type { Known } from '../../../domain/stored-value/pay-with-stored-value.ts';
import { pointsId, type StoredValue } from '../../../domain/stored-value/stored-value.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import { AT, cartLineOf, STORE } from '../../../test/support/examples.ts';
import { pointsOffer, stillWanted } from './points-offer.ts';

const value = (balanceMinor: number): StoredValue => ({
  ...{ id: pointsId('C'), kind: 'points', storeId: STORE, currency: 'PTS', balanceMinor, limitMinor: 0 },
  ...{ isBlocked: false, issuedAt: AT, changedAt: AT },
});
const online = (points: number): Known => ({ from: 'server', value: value(points) });
const offline = (points: number, takenMinor = 0): Known => ({ from: 'copy', value: value(points), takenMinor });

const dates = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const points = promotion.parse({ kind: 'points', id: 'P', name: 'Points', skus: ['A'], pointValue: 10_000, ...dates });
const priceWith = (most: number | null, sku = 'A') =>
  priceSale([cartLineOf({ sku, quantity: 3 })], {
    ...{ pricesIncludeTax: true, taxes: oneTaxPerClass({ standard: 0 }), promotions: [points], date: '2026-03-02' },
    ...(most !== null && { points: most }),
  });
const asked = (known: Known | null, wanted: number | null = null, sku = 'A') =>
  pointsOffer({ known, offlineCap: 20, wanted, priced: priceWith(wanted, sku), priceWith: (most) => priceWith(most, sku) });

describe('what is offered of the points of a customer', () => {
  it.each([
    ['nothing while it is being asked', null, null],
    ['nothing without any', online(0), null],
    ['nothing where more were taken back than there were', online(-5), null],
    ['as many as the goods need', online(500), { kind: 'offered', has: 500, most: 500, points: 30, amountMinor: 300 }],
    ['all that there are', online(12), { kind: 'offered', has: 12, most: 12, points: 12, amountMinor: 120 }],
    ['without the server as many as the cap says', offline(500), { kind: 'offered', has: 500, most: 20, points: 20, amountMinor: 200 }],
    ['without the server, once the cap is used up, why none', offline(500, 20), { kind: 'nothing', has: 500, why: 'points_offline' }],
  ])('%s', (_what, known, offer) => {
    expect(asked(known)).toEqual(offer);
  });

  it('is said to take nothing off other goods', () => {
    expect(asked(online(50), null, 'B')).toEqual({ kind: 'nothing', has: 50, why: null });
    expect(asked(online(50), 50, 'B')).toEqual({ kind: 'nothing', has: 50, why: null });
  });

  it('is what they take off once they are used, also while nobody can ask', () => {
    for (const known of [null, online(500), offline(500, 20)])
      expect(asked(known, 25)).toEqual({ kind: 'used', points: 25, amountMinor: 250 });
  });

  it('becomes less where the customer has used them elsewhere meanwhile', () => {
    expect([stillWanted(25, online(500), 20), stillWanted(25, online(10), 20), stillWanted(25, offline(500), 20)]).toEqual([25, 10, 20]);
    expect([stillWanted(25, online(0), 20), stillWanted(25, offline(500, 20), 20)]).toEqual([null, null]);
  });
});
