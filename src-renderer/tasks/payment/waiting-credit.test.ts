import { describe, expect, it } from 'vitest';
import type { Tender } from '../../../domain/payments/tender.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import { createWaitingCredits, type WaitingCredit } from './waiting-credit.ts';

const CREDIT: WaitingCredit = { number: '6006491234567730', currency: 'EUR', leftMinor: 300 };

function device(kept: unknown = undefined) {
  const saved: unknown[] = [];
  const services = { loadDraft: () => Promise.resolve(kept), saveDraft: (_name: string, draft: unknown) => void saved.push(draft) };
  return { saved, credits: createWaitingCredits(services) };
}

const paidBy = (amountMinor: number, reference = storedValueId(CREDIT.number)): Tender[] => [
  { kind: 'gift_card', currency: 'EUR', amountMinor, tipMinor: 0, reference, state: 'accepted' },
];

describe('store credit that waits for the sale that follows', () => {
  it('is kept with its number until a sale has used it up', () => {
    const { credits, saved } = device();
    credits.put(CREDIT);
    credits.paid(paidBy(120));
    expect(credits.state.getState()).toEqual({ ...CREDIT, leftMinor: 180 });
    credits.paid(paidBy(180));
    expect(credits.state.getState()).toBeNull();
    expect(saved).toEqual([CREDIT, { ...CREDIT, leftMinor: 180 }, null]);
  });

  it('stays where another card or cash has paid, and goes once the customer has the number', () => {
    const { credits } = device();
    credits.paid(paidBy(100));
    credits.put(CREDIT);
    credits.paid([
      ...paidBy(300, 'SV-0000-ff'),
      { kind: 'cash', currency: 'EUR', amountMinor: 300, tipMinor: 0, givenMinor: 300, changeMinor: 0, rate: null },
    ]);
    expect(credits.state.getState()).toEqual(CREDIT);
    credits.told();
    expect(credits.state.getState()).toBeNull();
  });

  it('is found again after a crash, and anything else reads as none', async () => {
    const again = device(CREDIT);
    await Promise.resolve();
    await Promise.resolve();
    expect(again.credits.state.getState()).toEqual(CREDIT);
    const other = device({ ...CREDIT, leftMinor: 0 });
    await Promise.resolve();
    await Promise.resolve();
    expect(other.credits.state.getState()).toBeNull();
  });

  it('is not overwritten by an older one that is read late', async () => {
    const { credits } = device({ ...CREDIT, leftMinor: 5 });
    credits.put(CREDIT);
    await Promise.resolve();
    await Promise.resolve();
    expect(credits.state.getState()).toEqual(CREDIT);
  });
});
