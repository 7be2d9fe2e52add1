import { describe, expect, it } from 'vitest';
import { approvalOf, cardPaymentOf } from '../../test/support/examples.ts';
import type { CardPayment } from '../../domain/payments/card-payment.ts';
import type { NamedTender } from '../../domain/payments/tender.ts';
import { saidTender } from './tender-words.ts';

const payment = cardPaymentOf({
  status: 'booked',
  receiptNumber: 'A1-000001',
  approval: approvalOf({ scheme: 'Visa', lastFour: '4410', approvalCode: '08412A' }),
});

const card: NamedTender = { kind: 'card', currency: 'USD', amountMinor: 100, tipMinor: 0, reference: 'P1', state: 'captured' };

const CENTER = { id: 'V1', name: 'Center', amountMinor: 1000 };

describe('what is said of a tender', () => {
  it.each<[what: string, tender: NamedTender, known: CardPayment[], name: string, code: string | null]>([
    ['a card that is known', card, [payment], 'Visa ···· 4410', '08412A'],
    [
      'a card without its digits',
      card,
      [{ ...payment, approval: approvalOf({ scheme: 'Visa', lastFour: null, approvalCode: null }) }],
      'Visa',
      null,
    ],
    ['a card that this register has forgotten', card, [], 'Card', null],
    ['a card that was taken elsewhere', { ...card, reference: null }, [payment], 'Card', null],
    ['a gift card', { ...card, kind: 'gift_card', reference: 'SV-7730-0a' }, [payment], 'Gift card ···· 7730', null],
    ['a voucher', { ...card, kind: 'voucher', reference: 'V1' }, [], 'Center', null],
    ['a voucher of a kind that is not taken any more', { ...card, kind: 'voucher', reference: 'V2' }, [], 'Voucher', null],
  ])('%s', (_what, tender, known, name, approvalCode) => {
    const payments = new Map(known.map((one) => [one.id, one]));
    expect(saidTender(tender, payments, [CENTER])).toEqual({ name, approvalCode, isOffline: false });
  });

  it('says that it is not confirmed yet', () => {
    expect(saidTender({ ...card, state: 'offline' }, new Map(), []).isOffline).toBe(true);
  });
});
