import { describe, expect, it } from 'vitest';
import { approvalOf, AT, cartLineOf, operationOf, soldOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { OperationRequest } from '../registry/operations.ts';
import { saleCompleted } from '../sale/operations.ts';
import { cardPaymentDocument } from './documents.ts';
import { cardPaymentEnded, cardPaymentLeftOpen, cardPaymentStarted, cardReversalEnded, cardReversalStarted } from './operations.ts';

const APPROVAL = approvalOf({ authorizedMinor: 100 });
const started = cardPaymentStarted.request({
  paymentId: 'P1',
  cartId: 'C1',
  terminalId: 'T1',
  serviceId: 'S1',
  currency: 'USD',
  amountMinor: 100,
});
const approved = (authorizedMinor = 100) =>
  cardPaymentEnded.request({ outcome: 'approved', paymentId: 'P1', approval: { ...APPROVAL, authorizedMinor } });
const declined = cardPaymentEnded.request({ outcome: 'not_charged', paymentId: 'P1', condition: 'Refusal' });
const giveBack = cardReversalStarted.request({ paymentId: 'P1', serviceId: 'S2' });
const given = (isReversed: boolean) =>
  cardReversalEnded.request({ paymentId: 'P1', isReversed, condition: isReversed ? null : 'NotAllowed' });
const leftOpen = cardPaymentLeftOpen.request({ paymentId: 'P1', reason: 'terminal_away' });

/** A sale of one article at 1.00 whose tenders are as told. */
function paidByCard(receiptNumber: string, amountMinor = 100, times = 1): OperationRequest {
  const sold = soldOf([cartLineOf()]);
  const tender = { kind: 'card' as const, currency: 'USD', amountMinor, tipMinor: 0, reference: 'P1', state: 'captured' as const };
  return saleCompleted.request({ ...sold, receiptNumber, tenders: Array(times).fill(tender) });
}

/** The payment, and what opened exceptions say, after these were applied in this order. */
function after(...requests: readonly OperationRequest[]) {
  const overlay = new StoreOverlay(new DocumentMap());
  requests.forEach((request, index) => {
    overlay.fold(applyOperation(overlay, operationOf(request, { seq: index + 1, shiftId: null })));
  });
  const exceptions = [...overlay.changedOf(exceptionDocument)].map(([, one]) => one).filter((one) => one.kind === 'card_not_covered');
  return { payment: overlay.get(cardPaymentDocument, 'P1'), troubles: exceptions.map((one) => one.facts?.['trouble']) };
}

const STATUSES: readonly (readonly [what: string, requests: readonly OperationRequest[], status: string, ended: boolean])[] = [
  ['asked for', [started], 'started', false],
  ['asked for twice', [started, approved(), started], 'approved', false],
  ['approved', [started, approved()], 'approved', false],
  ['declined', [started, declined], 'not_charged', true],
  ['approved after "not charged"', [started, declined, approved()], 'approved', false],
  ['declined after an approval', [started, approved(), declined], 'approved', false],
  ['booked', [started, approved(), paidByCard('A1-000001')], 'booked', true],
  ['approved again after it was booked', [started, approved(), paidByCard('A1-000001'), approved(900)], 'booked', true],
  ['to be given back', [started, approved(), giveBack], 'reversing', false],
  ['given back', [started, approved(), giveBack, given(true)], 'reversed', true],
  ['not given back', [started, approved(), giveBack, given(false)], 'approved', false],
  ['given back without an approval', [started, giveBack, given(true)], 'started', false],
  ['left open', [started, leftOpen], 'started', false],
];

describe('the operations of card payments', () => {
  it.each(STATUSES)('[E2] %s', (_what, requests, status, ended) => {
    const { payment, troubles } = after(...requests);
    expect(payment?.status).toBe(status);
    expect(payment?.endedAt).toBe(ended ? AT : null);
    expect(troubles).toEqual([]);
  });

  it('[E2] keep what was approved, by which message it is given back, and why it was left open', () => {
    expect(after(started, approved()).payment?.approval).toEqual(APPROVAL);
    expect(after(started, approved(), giveBack).payment?.serviceId).toBe('S2');
    expect(after(started, approved(), giveBack, given(false)).payment?.condition).toBe('NotAllowed');
    expect(after(started, leftOpen).payment?.leftOpen).toBe('terminal_away');
  });

  it.each<readonly [what: string, request: OperationRequest, before: readonly OperationRequest[]]>([
    ['approved', approved(), [started]],
    ['declined', declined, [started]],
    ['to be given back', giveBack, [started, approved()]],
    ['given back', given(true), [started, approved(), giveBack]],
    ['left open', leftOpen, [started]],
  ])('[A3] of another store change nothing: %s', (_what, request, before) => {
    const overlay = new StoreOverlay(new DocumentMap());
    for (const one of before) overlay.fold(applyOperation(overlay, operationOf(one, { shiftId: null })));
    const paid = overlay.get(cardPaymentDocument, 'P1');
    overlay.fold(applyOperation(overlay, operationOf(request, { storeId: 'S2', shiftId: null })));
    expect(overlay.get(cardPaymentDocument, 'P1')).toEqual(paid);
  });

  it('[J5] say nothing of a payment that nobody knows', () => {
    expect(after(approved(), declined, giveBack, given(true), leftOpen).payment).toBeUndefined();
  });
});

describe('a sale that names a card payment', () => {
  const sale = paidByCard('A1-000001');
  it.each<readonly [what: string, requests: readonly OperationRequest[], troubles: readonly string[], receiptNumber: string | null]>([
    ['that covers it', [started, approved(), sale], [], 'A1-000001'],
    ['that is not known', [sale], ['unknown'], null],
    ['without an answer', [started, sale], ['not_approved'], null],
    ['that was declined', [started, declined, sale], ['not_approved'], null],
    ['for another amount', [started, approved(80), sale], ['other_amount'], 'A1-000001'],
    ['that another sale has booked', [started, approved(), paidByCard('A1-000000'), sale], ['booked_before'], 'A1-000000'],
    ['that it names twice', [started, approved(), paidByCard('A1-000001', 100, 2)], ['booked_before'], 'A1-000001'],
    ['that goes back', [started, approved(), giveBack, sale], ['not_approved'], null],
    ['that went back', [started, approved(), giveBack, given(true), sale], ['not_approved'], null],
  ])('[J5] %s', (_what, requests, troubles, receiptNumber) => {
    const told = after(...requests);
    expect(told.troubles).toEqual(troubles);
    expect(told.payment?.receiptNumber ?? null).toBe(receiptNumber);
  });

  it('[A3] of another store does not book it', () => {
    const overlay = new StoreOverlay(new DocumentMap());
    for (const one of [started, approved()]) overlay.fold(applyOperation(overlay, operationOf(one, { shiftId: null })));
    overlay.fold(applyOperation(overlay, operationOf(sale, { storeId: 'S2', shiftId: null })));
    expect(overlay.get(cardPaymentDocument, 'P1')?.status).toBe('approved');
    const told = [...overlay.changedOf(exceptionDocument)].map(([, one]) => one).find((one) => one.kind === 'card_not_covered');
    expect(told?.facts?.['trouble']).toBe('unknown');
  });

  it('[J5] tells of the money that is in question', () => {
    const overlay = new StoreOverlay(new DocumentMap());
    overlay.fold(applyOperation(overlay, operationOf(sale)));
    const told = [...overlay.changedOf(exceptionDocument)].map(([, one]) => one).find((one) => one.kind === 'card_not_covered');
    expect(told).toMatchObject({ subject: 'A1-000001', cash: { USD: 100 } });
  });
});
