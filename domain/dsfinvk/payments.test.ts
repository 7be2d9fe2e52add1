import { describe, expect, it } from 'vitest';
import { orNone, paymentsOf, refundsOf } from './payments.ts';

const noScheme = () => null;

describe('payments', () => {
  it('notes of another currency are one payment, and the change for them another', () => {
    const francs = {
      kind: 'cash',
      currency: 'CHF',
      amountMinor: 1_071,
      tipMinor: 0,
      givenMinor: 2_000,
      changeMinor: 829,
      rate: null,
    } as const;
    expect(paymentsOf(francs, 'EUR', noScheme)).toEqual([
      { type: 'Bar', name: 'cash', currency: 'CHF', amountMinor: 2_000, baseMinor: 1_900 },
      { type: 'Bar', name: 'cash', currency: 'EUR', amountMinor: -829, baseMinor: -829 },
    ]);
    expect(paymentsOf({ ...francs, amountMinor: 1_900, changeMinor: 0 }, 'EUR', noScheme)).toHaveLength(1);
  });

  it('a gift card, an account and points are no payment, and a receipt without one says so', () => {
    const named = { currency: 'EUR', amountMinor: 500, tipMinor: 0, reference: 'X', state: 'captured' } as const;
    expect((['gift_card', 'account', 'points'] as const).flatMap((kind) => paymentsOf({ kind, ...named }, 'EUR', noScheme))).toEqual([]);
    expect(orNone([], 'EUR')).toEqual([{ type: 'Keine', name: 'Keine', currency: 'EUR', amountMinor: 0, baseMinor: 0 }]);
  });

  it('what goes back is negative, by the card that paid', () => {
    const back = { kind: 'card', currency: 'EUR', amountMinor: 500, reference: 'R1', state: 'captured' } as const;
    expect(refundsOf(back, (id) => (id === 'R1' ? 'girocard' : null))).toEqual([
      { type: 'ECKarte', name: 'girocard', currency: 'EUR', amountMinor: -500, baseMinor: -500 },
    ]);
    expect(refundsOf({ ...back, kind: 'gift_card' }, noScheme)).toEqual([]);
    const francs = { ...back, kind: 'cash', currency: 'CHF', amountMinor: 1_900, notes: { givenMinor: 2_000, rate: '0.95' } } as const;
    expect(refundsOf(francs, noScheme)).toEqual([{ type: 'Bar', name: 'cash', currency: 'CHF', amountMinor: -2_000, baseMinor: -1_900 }]);
  });
});
