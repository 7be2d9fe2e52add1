import { describe, expect, it } from 'vitest';
import { cashIn, cashOut, foreignCash, refundTender, refundTenderOf, type Tender, tender } from './tender.ts';

const cash = (currency: string, givenMinor: number, changeMinor = 0): Tender => ({
  kind: 'cash',
  currency,
  amountMinor: 0,
  tipMinor: 0,
  givenMinor,
  changeMinor,
  rate: null,
});
const card: Tender = { kind: 'card', currency: 'USD', amountMinor: 500, tipMinor: 0, reference: 'T1', state: 'captured' };

describe('what tenders put into the drawer and take out of it', () => {
  it.each<[string, Tender[], number, Record<string, number>]>([
    ['cash with change', [cash('USD', 2000, 150)], 1850, {}],
    ['a card', [card], 0, {}],
    ['a card and cash', [card, cash('USD', 100)], 100, {}],
    ['notes of another currency, with change in that of the sale', [cash('EUR', 5000, 340)], -340, { EUR: 5000 }],
    ['notes of two others', [cash('EUR', 5000), cash('EUR', 500), cash('CAD', 20)], 0, { EUR: 5500, CAD: 20 }],
  ])('%s', (_what, tenders, here, foreign) => {
    for (const one of tenders) expect(tender.parse(one)).toEqual(one);
    expect([cashIn(tenders, 'USD'), foreignCash(tenders, 'USD')]).toEqual([here, foreign]);
  });

  it('a refund takes out what is paid in cash', () => {
    const tenders = [refundTenderOf('cash', 'USD', 300), refundTenderOf('original_payment', 'USD', 200)];
    for (const one of tenders) expect(refundTender.parse(one)).toEqual(one);
    expect(cashOut(tenders, 'USD')).toBe(300);
  });
});
