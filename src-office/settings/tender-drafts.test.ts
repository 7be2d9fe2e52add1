import { describe, expect, it } from 'vitest';
import { foreignCurrencies, offlineCards, voucherKinds } from '../../domain/payments/settings.ts';
import { capsDraft, capsOf, isKnownCurrency, rateDraft, voucherDraft, voucherOf } from './tender-drafts.ts';

describe('foreign currencies as a form has them', () => {
  it.each([
    [{ currency: 'eur ', rate: '1,0850' }, { currency: 'EUR', rate: '1.0850' }, true],
    [{ currency: 'EUR', rate: '' }, { currency: 'EUR', rate: '' }, false],
    [{ currency: 'EUR', rate: '0' }, { currency: 'EUR', rate: '0' }, false],
    [{ currency: 'EU', rate: '1' }, { currency: 'EU', rate: '1' }, false],
  ])('%j reads as %j', (typed, read, isValid) => {
    expect(rateDraft(typed)).toEqual(read);
    expect(foreignCurrencies.schema.safeParse([read]).success).toBe(isValid);
  });

  it('each stands once, and ISO 4217 knows it', () => {
    const twice = [
      { currency: 'EUR', rate: '1' },
      { currency: 'EUR', rate: '2' },
    ];
    expect(foreignCurrencies.schema.safeParse(twice).success).toBe(false);
    expect([isKnownCurrency('EUR'), isKnownCurrency('XQX'), isKnownCurrency('')]).toEqual([true, false, false]);
  });
});

describe('kinds of voucher as a form has them', () => {
  it.each([
    [{ id: 'v1', name: 'Center', worth: '10' }, { id: 'v1', name: 'Center', amountMinor: 1000 }, true],
    [{ id: null, name: 'Coupon', worth: '' }, { id: 'new', name: 'Coupon', amountMinor: null }, true],
    [{ id: null, name: 'Coupon', worth: 'ten' }, { id: 'new', name: 'Coupon', amountMinor: -1 }, false],
    [{ id: null, name: ' ', worth: '' }, { id: 'new', name: ' ', amountMinor: null }, false],
    [{ id: 'v1', name: 'Center', worth: '0' }, { id: 'v1', name: 'Center', amountMinor: 0 }, false],
  ])('%j reads as %j', (draft, kind, isValid) => {
    expect(voucherOf(draft, 'USD', () => 'new')).toEqual(kind);
    expect(voucherKinds.schema.safeParse([kind]).success).toBe(isValid);
  });

  it('what is kept is shown as it was entered', () => {
    expect(voucherDraft({ id: 'v1', name: 'Center', amountMinor: 1050 }, 'USD')).toEqual({ id: 'v1', name: 'Center', worth: '10.50' });
    expect(voucherDraft({ id: 'v2', name: 'Coupon', amountMinor: null }, 'USD').worth).toBe('');
  });
});

describe('limits for cards without the bank as a form has them', () => {
  it.each([
    [{ paymentMinor: '50', dayMinor: '', hours: '4' }, { paymentMinor: 5000, dayMinor: null, hours: 4 }, true],
    [{ paymentMinor: '', dayMinor: '', hours: '' }, { paymentMinor: null, dayMinor: null, hours: null }, true],
    [{ paymentMinor: 'much', dayMinor: '', hours: '' }, { paymentMinor: -1, dayMinor: null, hours: null }, false],
    [{ paymentMinor: '', dayMinor: '', hours: '25' }, { paymentMinor: null, dayMinor: null, hours: 25 }, false],
    [{ paymentMinor: '', dayMinor: '', hours: 'x' }, { paymentMinor: null, dayMinor: null, hours: Number.NaN }, false],
  ])('%j reads as %j', (draft, caps, isValid) => {
    expect(capsOf(draft, 'USD')).toEqual(caps);
    expect(offlineCards.schema.safeParse(caps).success).toBe(isValid);
    if (isValid) expect(capsOf(capsDraft(caps, 'USD'), 'USD')).toEqual(caps);
  });
});
