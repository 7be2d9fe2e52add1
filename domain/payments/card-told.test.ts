import { describe, expect, it } from 'vitest';
import { cardPaymentOf, cardRefundOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { decideCardTold } from './card-told.ts';
import { cardPaymentDocument, cardRefundDocument } from './documents.ts';

describe('what the slip of a terminal says of money that goes back', () => {
  const refund = (status: 'started' | 'refused' | 'refunded' | 'booked') =>
    DocumentMap.of(cardRefundDocument, cardRefundOf({ id: 'F1', status }));
  const payment = (status: 'approved' | 'reversing' | 'reversed') =>
    DocumentMap.of(cardPaymentDocument, cardPaymentOf({ id: 'P1', status }));

  it('[E2] is taken while the terminal has said nothing', () => {
    const told = { of: 'refund', id: 'F1', wentBack: true } as const;
    expect(decideCardTold(refund('started'), told)).toEqual({ ok: true, value: told });
    const reversal = { of: 'reversal', id: 'P1', wentBack: false } as const;
    expect(decideCardTold(payment('reversing'), reversal)).toEqual({ ok: true, value: reversal });
  });

  it('[E2] is refused once it has, and of what nobody knows', () => {
    const no = { ok: false, refusal: 'card_has_answered' };
    for (const status of ['refused', 'refunded', 'booked'] as const)
      expect(decideCardTold(refund(status), { of: 'refund', id: 'F1', wentBack: true })).toEqual(no);
    for (const status of ['approved', 'reversed'] as const)
      expect(decideCardTold(payment(status), { of: 'reversal', id: 'P1', wentBack: true })).toEqual(no);
    expect(decideCardTold(refund('started'), { of: 'refund', id: 'F2', wentBack: true })).toEqual(no);
    expect(decideCardTold(refund('started'), { of: 'reversal', id: 'F1', wentBack: true })).toEqual(no);
  });
});
