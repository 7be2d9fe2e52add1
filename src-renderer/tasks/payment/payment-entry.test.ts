import { describe, expect, it, vi } from 'vitest';
import type { ForeignNotes } from '../../../domain/payments/foreign-cash.ts';
import { createPaymentEntries, entryFor, type StoredValueEntry, type VoucherEntry } from './payment-entry.ts';

/** A device that keeps drafts as text. */
function device(kept = new Map<string, string>()) {
  return {
    kept,
    loadDraft: (name: string) => Promise.resolve(JSON.parse(kept.get(name) ?? 'null') as unknown),
    saveDraft: (name: string, draft: unknown) => void kept.set(name, JSON.stringify(draft)),
  };
}

const GIFT_CARD: StoredValueEntry = {
  tender: { kind: 'gift_card', currency: 'USD', amountMinor: 2_500, tipMinor: 0, reference: 'SV-7730-0a', state: 'accepted' },
  leftMinor: 1_450,
};

const VOUCHER: VoucherEntry = {
  id: 'paper 1',
  tender: { kind: 'voucher', currency: 'USD', amountMinor: 700, tipMinor: 0, reference: 'center', state: 'accepted' },
  lostMinor: 300,
};
const NOTES: ForeignNotes = { currency: 'EUR', rate: '1.085', givenMinor: 2000 };
const NOTHING = { cartId: 'C1', cash: '', isOpen: false, storedValues: [], vouchers: [], foreignNotes: [], beside: [] };

describe('what is entered to pay a sale', () => {
  it('vouchers and foreign notes are found again after a crash, and stay with a sale that waits beside another', async () => {
    const drafts = device();
    createPaymentEntries(drafts).enter('C1', { vouchers: [VOUCHER], foreignNotes: [NOTES] });
    const { state, enter } = createPaymentEntries(drafts);
    const handed = { vouchers: [VOUCHER], foreignNotes: [NOTES] };
    await vi.waitFor(() => expect(state.getState()).toMatchObject(handed));
    enter('C2', { cash: '5.00' });
    expect(entryFor(state.getState(), 'C2')).toMatchObject({ vouchers: [], foreignNotes: [], cash: '5.00' });
    expect(entryFor(state.getState(), 'C1')).toMatchObject({ ...handed, cash: '' });
  });

  it('takes no more than is read again after a crash', async () => {
    const drafts = device();
    const { state, enter } = createPaymentEntries(drafts);
    const vouchers = Array.from({ length: 21 }, (_, index) => ({ ...VOUCHER, id: `paper ${index}` }));
    enter('C1', { vouchers: vouchers.slice(0, 20) });
    enter('C1', { vouchers });
    enter('C1', { storedValues: Array.from({ length: 21 }, () => GIFT_CARD) });
    enter('C1', { foreignNotes: Array.from({ length: 21 }, () => NOTES) });
    expect(state.getState()).toMatchObject({ vouchers: { length: 20 }, storedValues: [], foreignNotes: [] });
    const after = createPaymentEntries(drafts);
    await vi.waitFor(() => expect(after.state.getState()).toEqual(state.getState()));
  });

  it('is found again after a crash', async () => {
    const drafts = device();
    createPaymentEntries(drafts).enter('C1', { cash: '50.00', isOpen: true, storedValues: [GIFT_CARD] });
    const after = createPaymentEntries(drafts);
    const found = { ...NOTHING, cartId: 'C1', cash: '50.00', isOpen: true, storedValues: [GIFT_CARD] };
    await vi.waitFor(() => expect(after.state.getState()).toEqual(found));
  });

  it('belongs to one sale', () => {
    const { state, enter } = createPaymentEntries(device());
    enter('C1', { cash: '50.00' });
    enter('C1', { isOpen: true });
    expect(entryFor(state.getState(), 'C1')).toEqual({ ...NOTHING, cartId: 'C1', cash: '50.00', isOpen: true });
    expect(entryFor(state.getState(), 'C2')).toEqual({ ...NOTHING, cartId: 'C2' });
    enter('C2', { cash: '5' });
    expect(entryFor(state.getState(), 'C1').cash).toBe('');
  });

  it('keeps the gift cards of a sale that waits while the next customer pays, also over a crash, until it is recorded', async () => {
    const drafts = device();
    const { state, enter, forget } = createPaymentEntries(drafts);
    enter('C1', { cash: '50.00', storedValues: [GIFT_CARD] });
    enter('C2', { cash: '5' });
    expect(entryFor(state.getState(), 'C1')).toMatchObject({ cash: '', storedValues: [GIFT_CARD] });
    const after = createPaymentEntries(drafts);
    await vi.waitFor(() => expect(after.state.getState()).toEqual(state.getState()));
    forget('C2');
    expect(entryFor(state.getState(), 'C1').storedValues).toEqual([GIFT_CARD]);
    enter('C1', { isOpen: true });
    expect(state.getState()).toMatchObject({ cartId: 'C1', storedValues: [GIFT_CARD], beside: [] });
    forget('C1');
    expect(entryFor(state.getState(), 'C1').storedValues).toEqual([]);
    enter('C3', { cash: '1' });
    expect(state.getState().beside).toEqual([]);
  });

  it('of an app that kept the gift cards of one sale alone is read', async () => {
    const before = { cartId: 'C1', cash: '', isOpen: true, storedValues: [GIFT_CARD] };
    const { state } = createPaymentEntries(device(new Map([['payment', JSON.stringify(before)]])));
    await vi.waitFor(() => expect(state.getState()).toEqual({ ...NOTHING, ...before }));
  });

  it.each([['a text'], [{ cartId: 'C1', cash: 5, isOpen: true }], [null]])('is nothing where the draft was %j', async (draft) => {
    const drafts = device(new Map([['payment', JSON.stringify(draft)]]));
    const load = vi.spyOn(drafts, 'loadDraft');
    const { state } = createPaymentEntries(drafts);
    await load.mock.results[0]?.value;
    expect(state.getState()).toEqual({ ...NOTHING, cartId: null });
  });

  it('keeps what was entered while the draft was being read', async () => {
    const drafts = device();
    createPaymentEntries(drafts).enter('C1', { cash: '50.00' });
    const load = vi.spyOn(drafts, 'loadDraft');
    const { state, enter } = createPaymentEntries(drafts);
    enter('C1', { cash: '20.00' });
    await load.mock.results[0]?.value;
    await Promise.resolve();
    expect(state.getState().cash).toBe('20.00');
  });
});
