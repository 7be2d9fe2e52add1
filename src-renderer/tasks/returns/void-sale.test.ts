import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { cartLineOf, saleOf } from '../../../test/support/examples.ts';
import type { CardPayments, CardPaymentsState, OpenCardPayment } from '../../kit/card-services.ts';
import type { SyncState } from '../../kit/register-services.ts';
import { readReturnDraft, writeReturnDraft } from './return-draft.ts';
import { beginVoid, canStillVoid } from './void-sale.ts';

const card = { kind: 'card', currency: 'USD', amountMinor: 1089, tipMinor: 0, reference: 'P1', state: 'captured' } as const;
const sale = saleOf([cartLineOf()], { tenders: [card] });
const refund = { id: 'F1', cartId: 'R1', refundOf: 'P1', attempt: { state: 'reversed' } } as OpenCardPayment;

function device(kept: unknown = null, refunds: readonly OpenCardPayment[] = []) {
  const drafts = { kept };
  const state = createStore<CardPaymentsState>(() => ({ payments: new Map(refunds.map((one) => [one.id, one])) }));
  return {
    drafts,
    cards: { refunds: state } as unknown as CardPayments,
    sync: createStore(() => ({ lastSeq: 30 }) as SyncState),
    loadDraft: () => Promise.resolve(drafts.kept),
    saveDraft: (_name: string, draft: unknown) => void (drafts.kept = draft),
  };
}

const begun = (number: string) =>
  writeReturnDraft({
    number,
    returnId: 'R1',
    creditNumber: '6007221000004821',
    creditSince: 12,
    voiding: null,
    choices: new Map([['\n1', { quantity: 1, disposition: 'restock' as const }]]),
  });

describe('the void of a sale', () => {
  it.each<[what: string, kept: unknown, refunds: readonly OpenCardPayment[], begins: boolean]>([
    ['begins', null, [], true],
    ['takes the place of a return of the same receipt that moved nothing', begun(sale.receiptNumber), [], true],
    ['waits for a return of another receipt', begun('A1-000002'), [], false],
    ['[E2] waits for a return that has given back to the card', begun(sale.receiptNumber), [refund], false],
  ])('%s', async (_what, kept, refunds, begins) => {
    const services = device(kept, refunds);
    expect(await beginVoid(services, sale, 'wrong_payment', 'SHIFT')).toBe(begins);
    const draft = readReturnDraft(services.drafts.kept);
    expect(draft?.voiding ?? null).toEqual(begins ? { reason: 'wrong_payment', shiftId: 'SHIFT' } : null);
    if (begins) expect(draft).toMatchObject({ number: sale.receiptNumber, returnId: expect.stringMatching(/^(?!R1$)./) as string });
  });

  const voiding = { reason: 'other', shiftId: 'SHIFT' };
  it.each<[what: string, ...Parameters<typeof canStillVoid>, goesOn: boolean]>([
    ['goes on', { kind: 'sale', sale }, voiding, 'SHIFT', undefined, true],
    ['is a return once its drawer was counted', { kind: 'sale', sale }, voiding, 'LATER', undefined, false],
    ['is a return where no drawer is open', { kind: 'sale', sale }, voiding, undefined, undefined, false],
    ['is a return once something came back', { kind: 'sale', sale: { ...sale, returned: { 1: 1 } } }, voiding, 'SHIFT', undefined, false],
    ['[E2] is ended as it began once a card got its money back', { kind: 'sale', sale }, voiding, 'LATER', refund, true],
    ['is none where none was begun', { kind: 'sale', sale }, null, 'SHIFT', undefined, false],
  ])('%s', (_what, found, given, shiftId, begunRefund, goesOn) => {
    expect(canStillVoid(found, given, shiftId, begunRefund)).toBe(goesOn);
  });
});
