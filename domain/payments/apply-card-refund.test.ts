import { describe, expect, it } from 'vitest';
import { approvalOf, AT, cartLineOf, operationOf, saleOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { OperationRequest } from '../registry/operations.ts';
import { goodsReturned } from '../returns/operations.ts';
import { returnableOfSale, returnGoods } from '../returns/return-goods.ts';
import { saleDocument } from '../sale/documents.ts';
import type { CardPayment } from './card-payment.ts';
import { cardPaymentDocument, cardRefundDocument } from './documents.ts';
import { cardRefundEnded, cardRefundStarted } from './operations.ts';

const sale = saleOf([cartLineOf({ quantity: 3, taxClass: 'none' })], {
  tenders: [{ kind: 'card', currency: 'USD', amountMinor: 300, tipMinor: 0, reference: 'P1', state: 'captured' }],
});
const payment: CardPayment = {
  id: 'P1',
  storeId: sale.storeId,
  registerId: 'R1',
  associateId: null,
  cartId: 'C1',
  terminalId: 'T1',
  serviceId: '1',
  currency: 'USD',
  amountMinor: 300,
  startedAt: AT,
  status: 'booked',
  approval: approvalOf({ authorizedMinor: 300 }),
  condition: null,
  receiptNumber: sale.receiptNumber,
  refundedMinor: 0,
  leftOpen: null,
  endedAt: AT,
};

const started = (refundId = 'F1', amountMinor = 100) =>
  cardRefundStarted.request({
    refundId,
    paymentId: 'P1',
    returnId: 'B1',
    isVoid: false,
    terminalId: 'T1',
    serviceId: '9',
    currency: 'USD',
    amountMinor,
    returnMinor: amountMinor,
  });
const ended = (isRefunded: boolean, refundId = 'F1') =>
  cardRefundEnded.request({ refundId, isRefunded, condition: isRefunded ? null : 'Refused' });

/** One article comes back, and the terminal has given its price back to the card. */
function back(refundId: string, receiptNumber = 'A1-000009', amountMinor = 100): OperationRequest {
  const [line] = returnableOfSale(sale);
  if (line === undefined) throw new Error('A sale has lines.');
  const decided = returnGoods({
    receiptNumber,
    origin: { kind: 'sale', receiptNumber: sale.receiptNumber },
    currency: 'USD',
    choices: [{ line, quantity: 1, disposition: 'restock' }],
    paid: sale,
    givenBack: [{ refundId, amountMinor }],
  });
  if (!decided.ok) throw new Error(decided.refusal);
  return goodsReturned.request(decided.value);
}

function after(...requests: readonly OperationRequest[]) {
  const overlay = new StoreOverlay(DocumentMap.of(cardPaymentDocument, payment).with(saleDocument, sale));
  requests.forEach((request, index) => {
    overlay.fold(applyOperation(overlay, operationOf(request, { seq: index + 1, shiftId: null })));
  });
  const exceptions = [...overlay.changedOf(exceptionDocument).values()];
  return {
    refund: overlay.get(cardRefundDocument, 'F1'),
    givenBack: overlay.get(cardPaymentDocument, 'P1')?.refundedMinor,
    refundedTo: overlay.get(saleDocument, sale.receiptNumber)?.refundedTo,
    told: exceptions.map(({ kind, facts }) => [kind, facts?.['trouble'] ?? facts?.['on']]),
  };
}

describe('a refund to a card', () => {
  it.each<readonly [string, readonly OperationRequest[], string | undefined, number, Record<string, number>, readonly unknown[]]>([
    ['counts from the moment it is asked for', [started()], 'started', 100, {}, []],
    ['that is recorded twice is the first', [started(), started('F1', 200)], 'started', 100, {}, []],
    ['that went through', [started(), ended(true)], 'refunded', 100, {}, []],
    ['that was refused gives nothing back', [started(), ended(false)], 'refused', 0, {}, []],
    ['that ended twice ended the first way', [started(), ended(true), ended(false)], 'refunded', 100, {}, []],
    ['is booked by its return', [started(), ended(true), back('F1')], 'booked', 100, { P1: 100 }, []],
    ['that nobody asked for', [back('F9')], undefined, 0, {}, [['card_not_covered', 'unknown']]],
    ['that the terminal has not answered', [started(), back('F1')], 'started', 100, { P1: 100 }, [['card_not_covered', 'not_approved']]],
    ['that the terminal refused', [started(), ended(false), back('F1')], 'refused', 0, { P1: 100 }, [['card_not_covered', 'not_approved']]],
    [
      'of another amount than its return',
      [started('F1', 90), ended(true), back('F1')],
      'booked',
      90,
      { P1: 100 },
      [['card_not_covered', 'other_amount']],
    ],
    [
      'that two returns name',
      [started(), ended(true), back('F1'), back('F1', 'A1-000010')],
      'booked',
      100,
      { P1: 200 },
      [['card_not_covered', 'booked_before']],
    ],
  ])('%s', (_what, requests, status, givenBack, refundedTo, told) => {
    const result = after(...requests);
    expect([result.refund?.status, result.givenBack, result.refundedTo ?? {}]).toEqual([status, givenBack, refundedTo]);
    expect(result.told).toEqual(told);
  });

  it('[A1] weighs what the whole return does, so that nobody gives a part of it back before it is approved', () => {
    const { payload } = started('F1', 100);
    expect([100, 700].map((returnMinor) => cardRefundStarted.weighs({ ...payload, returnMinor }))).toEqual([100, 700]);
    expect(cardRefundStarted.weighs({ ...payload, amountMinor: 900 })).toBe(900);
  });

  it('[A3] of another store says nothing of a payment', () => {
    const overlay = new StoreOverlay(DocumentMap.of(cardPaymentDocument, payment));
    overlay.fold(applyOperation(overlay, operationOf(started(), { storeId: 'S9', shiftId: null })));
    expect(overlay.get(cardPaymentDocument, 'P1')?.refundedMinor).toBe(0);
  });

  it('[J5] beyond what the card paid is told to a person', () => {
    const rounds = ['F1', 'F2', 'F3', 'F4'].flatMap((id, index) => [started(id), ended(true, id), back(id, `A1-00001${index}`)]);
    expect(after(...rounds).told).toEqual([['returned_more_than_bought', 'receipt']]);
    const larger = [started('F1', 350), ended(true), back('F1', 'A1-000009', 100)];
    expect(after(...larger).told).toEqual([['card_not_covered', 'other_amount']]);
  });
});
