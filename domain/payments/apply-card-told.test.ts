import { describe, expect, it } from 'vitest';
import { AT, approvalOf, cardPaymentOf, cardRefundOf, operationOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { OperationRequest } from '../registry/operations.ts';
import { lateWordOnRefund, lateWordOnReversal } from './apply-card-told.ts';
import { TOLD } from './card-told.ts';
import { cardPaymentDocument, cardRefundDocument } from './documents.ts';
import { cardMoneyTold, cardRefundEnded, cardRefundStarted, cardReversalEnded, cardReversalStarted } from './operations.ts';

const PAID = cardPaymentOf({ id: 'P1', status: 'booked', receiptNumber: 'A1-000001', approval: approvalOf({ authorizedMinor: 300 }) });
const UNBOOKED = { ...PAID, status: 'approved', receiptNumber: null, endedAt: null } as const;

const started = cardRefundStarted.request({
  refundId: 'F1',
  paymentId: 'P1',
  returnId: 'B1',
  isVoid: false,
  terminalId: 'T1',
  serviceId: '9',
  currency: 'USD',
  amountMinor: 100,
  returnMinor: 100,
});
const ended = (isRefunded: boolean) => cardRefundEnded.request({ refundId: 'F1', isRefunded, condition: isRefunded ? null : 'Refused' });
const told = (wentBack: boolean) => cardMoneyTold.request({ of: 'refund', id: 'F1', wentBack });
const giveBack = cardReversalStarted.request({ paymentId: 'P1', serviceId: 'S2' });
const reversed = (isReversed: boolean) =>
  cardReversalEnded.request({ paymentId: 'P1', isReversed, condition: isReversed ? null : 'Refused' });
const toldReversed = (wentBack: boolean) => cardMoneyTold.request({ of: 'reversal', id: 'P1', wentBack });

function after(payment: typeof PAID, requests: readonly OperationRequest[], storeId = 'S1') {
  const overlay = new StoreOverlay(DocumentMap.of(cardPaymentDocument, payment));
  requests.forEach((request, index) => {
    const given = { seq: index + 1, shiftId: null };
    overlay.fold(applyOperation(overlay, operationOf(request, cardMoneyTold.is(request) ? { ...given, storeId } : given)));
  });
  const exceptions = [...overlay.changedOf(exceptionDocument).values()];
  return {
    refund: overlay.get(cardRefundDocument, 'F1'),
    payment: overlay.get(cardPaymentDocument, 'P1'),
    told: exceptions.map(({ kind, subject, facts, cash }) => [kind, subject, facts?.['money'], facts?.['terminal'], cash?.['USD']]),
  };
}

describe('what a person says of money that goes back to a card', () => {
  const kind = 'card_money_doubtful';
  const silent = (money: string, minor: number, subject = 'A1-000001') => [kind, subject, money, 'silent', minor];
  const disagrees = (money: string, minor: number, subject = 'A1-000001') => [kind, subject, money, 'disagrees', minor];

  it.each<readonly [string, readonly OperationRequest[], string, number, boolean, readonly unknown[]]>([
    ['went back', [started, told(true)], 'refunded', 100, false, [silent('went_back', -100)]],
    ['did not', [started, told(false)], 'refused', 0, true, [silent('stayed', 100)]],
    ['is said twice, and counts once', [started, told(true), told(false)], 'refunded', 100, false, [silent('went_back', -100)]],
    ['after the terminal, and counts for nothing', [started, ended(true), told(false)], 'refunded', 100, false, []],
    ['and the terminal agrees', [started, told(true), ended(true)], 'refunded', 100, false, [silent('went_back', -100)]],
    ['and the terminal agrees that it stayed', [started, told(false), ended(false)], 'refused', 0, true, [silent('stayed', 100)]],
    [
      'went back, and the terminal says no',
      [started, told(true), ended(false)],
      'refused',
      0,
      true,
      [silent('went_back', -100), disagrees('stayed', 100)],
    ],
    [
      'stayed, and the terminal says it went back, twice',
      [started, told(false), ended(true), ended(true)],
      'refunded',
      100,
      false,
      [silent('stayed', 100), disagrees('went_back', -100)],
    ],
  ])('[E2] [J5] a refund %s', (_what, requests, status, givenBackMinor, hasEnded, exceptions) => {
    const result = after(PAID, requests);
    expect([result.refund?.status, result.payment?.refundedMinor]).toEqual([status, givenBackMinor]);
    expect(result.refund?.endedAt).toBe(hasEnded ? AT : null);
    expect(result.told).toEqual(exceptions);
  });

  it.each<readonly [string, readonly OperationRequest[], string, boolean, readonly unknown[]]>([
    ['went back', [giveBack, toldReversed(true)], 'reversed', true, [silent('went_back', -300, 'P1')]],
    ['did not', [giveBack, toldReversed(false)], 'approved', false, [silent('stayed', 300, 'P1')]],
    ['after the terminal', [giveBack, reversed(true), toldReversed(false)], 'reversed', true, []],
    [
      'stayed, and the terminal says the opposite',
      [giveBack, toldReversed(false), reversed(true)],
      'reversed',
      true,
      [silent('stayed', 300, 'P1'), disagrees('went_back', -300, 'P1')],
    ],
    [
      'went back, and the terminal says no',
      [giveBack, toldReversed(true), reversed(false)],
      'approved',
      false,
      [silent('went_back', -300, 'P1'), disagrees('stayed', 300, 'P1')],
    ],
  ])('[E2] [J5] a payment whose sale was given up %s', (_what, requests, status, hasEnded, exceptions) => {
    const result = after(UNBOOKED, requests);
    expect([result.payment?.status, result.payment?.endedAt]).toEqual([status, hasEnded ? AT : null]);
    expect(result.told).toEqual(exceptions);
  });

  it('[J5] the terminal says the opposite of what was booked since then: it stays booked, and somebody has to look at it', () => {
    const late = { id: 'OP1', storeId: 'S1', at: AT, condition: 'Refused' };
    const reader = new StoreOverlay(DocumentMap.of(cardPaymentDocument, PAID));
    const refund = lateWordOnRefund(reader, cardRefundOf({ status: 'booked', condition: TOLD }), { ...late, wentBack: false });
    expect(refund.map((one) => one.kind === 'document' && one.document)).toEqual(['exception']);
    const payment = lateWordOnReversal(reader, { ...PAID, condition: TOLD }, { ...late, wentBack: true });
    expect(payment.map((one) => one.kind === 'document' && one.document)).toEqual(['exception']);
    // Nobody said anything of this one.
    expect(lateWordOnRefund(reader, cardRefundOf({ status: 'booked' }), { ...late, wentBack: false })).toEqual([]);
    expect(lateWordOnReversal(reader, PAID, { ...late, wentBack: true })).toEqual([]);
  });

  it('[A3] of another store changes nothing', () => {
    expect(after(PAID, [started, told(true)], 'S9')).toMatchObject({ refund: { status: 'started' }, told: [] });
    expect(after(UNBOOKED, [giveBack, toldReversed(true)], 'S9')).toMatchObject({ payment: { status: 'reversing' }, told: [] });
  });
});
