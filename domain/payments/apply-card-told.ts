import type { DocumentKey, StoreReader } from '../base/define-document.ts';
import type { Recorded } from '../base/define-operation.ts';
import type { DocumentEffect, Effect } from '../base/effect.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { raiseException } from '../exceptions/raise.ts';
import type { CardPayment } from './card-payment.ts';
import type { CardRefund } from './card-refund.ts';
import { type CardMoneyTold, TOLD } from './card-told.ts';
import { cardPaymentDocument, cardRefundDocument } from './documents.ts';

/**
 * What a payment was given back by now changes by so much. What another store says of it is not believed (rule A3), and a payment that
 * is not known here is left to the store that has it.
 * @param differenceMinor in minor units; negative where it did not go back after all.
 */
export function givenBack(reader: StoreReader, storeId: string, paymentId: string, differenceMinor: number): DocumentEffect[] {
  const payment = reader.get(cardPaymentDocument, paymentId);
  return payment?.storeId !== storeId
    ? []
    : [cardPaymentDocument.put({ ...payment, refundedMinor: payment.refundedMinor + differenceMinor })];
}

type Doubt = 'silent' | 'disagrees';

/** What somebody has to look at: money that a person, or the terminal against a person, says has gone back or stayed. */
interface Doubtful {
  readonly id: string;
  readonly paymentId: string;
  readonly currency: string;
  readonly amountMinor: number;
}

function aboutRefund({ id, paymentId, currency, amountMinor }: CardRefund): Doubtful {
  return { id, paymentId, currency, amountMinor };
}

function aboutReversal({ id, currency, amountMinor, approval }: CardPayment): Doubtful {
  return { id, paymentId: id, currency, amountMinor: approval?.authorizedMinor ?? amountMinor };
}

/** The exceptions that may be told of this refund or payment. */
export function readsOfTold(id: string): DocumentKey[] {
  return [exceptionDocument.key(`card_money_doubtful:${id}:silent`), exceptionDocument.key(`card_money_doubtful:${id}:disagrees`)];
}

/** @param wentBack as it counts from now on: the shop has so much less, or more than somebody believed. */
function raise(
  reader: StoreReader,
  operation: { readonly id: string; readonly storeId: string; readonly at: string },
  { id, paymentId, currency, amountMinor }: Doubtful,
  wentBack: boolean,
  terminal: Doubt,
): DocumentEffect {
  return raiseException(reader, operation, {
    kind: 'card_money_doubtful',
    about: `${id}:${terminal}`,
    subject: reader.get(cardPaymentDocument, paymentId)?.receiptNumber ?? paymentId,
    cash: { [currency]: wentBack ? -amountMinor : amountMinor },
    facts: { payment: paymentId, money: wentBack ? 'went_back' : 'stayed', terminal },
  });
}

/** A person's word counts while the terminal has none, and somebody has to compare it with the terminal's statement. */
export function applyCardTold(reader: StoreReader, operation: Recorded<'card_money_told', CardMoneyTold>): Effect[] {
  const { at, storeId, payload } = operation;
  const { wentBack } = payload;
  if (payload.of === 'reversal') {
    const payment = reader.get(cardPaymentDocument, payload.id);
    if (payment?.storeId !== storeId || payment.status !== 'reversing') return [];
    const ended = wentBack ? ({ status: 'reversed', endedAt: at } as const) : ({ status: 'approved', endedAt: null } as const);
    return [
      cardPaymentDocument.put({ ...payment, ...ended, condition: TOLD }),
      raise(reader, operation, aboutReversal(payment), wentBack, 'silent'),
    ];
  }
  const refund = reader.get(cardRefundDocument, payload.id);
  if (refund?.storeId !== storeId || refund.status !== 'started') return [];
  const doubt = raise(reader, operation, aboutRefund(refund), wentBack, 'silent');
  if (wentBack) return [cardRefundDocument.put({ ...refund, status: 'refunded', condition: TOLD }), doubt];
  return [
    cardRefundDocument.put({ ...refund, status: 'refused', condition: TOLD, endedAt: at }),
    ...givenBack(reader, storeId, refund.paymentId, -refund.amountMinor),
    doubt,
  ];
}

interface LateWord {
  readonly id: string;
  readonly storeId: string;
  readonly at: string;
  /** What the terminal says now. */
  readonly wentBack: boolean;
  readonly condition: string | null;
}

/**
 * The terminal answers after a person did. It knows better where it says the opposite: its word counts, unless a return has booked the
 * refund meanwhile. Either way somebody has to look at it.
 */
export function lateWordOnRefund(reader: StoreReader, refund: CardRefund, late: LateWord): Effect[] {
  const { at, storeId, wentBack, condition } = late;
  const didBelieve = refund.status !== 'refused';
  if (refund.condition !== TOLD || didBelieve === wentBack) return [];
  const doubt = raise(reader, late, aboutRefund(refund), wentBack, 'disagrees');
  if (refund.status === 'booked') return [doubt];
  const ended = wentBack ? ({ status: 'refunded', endedAt: null } as const) : ({ status: 'refused', endedAt: at } as const);
  return [
    cardRefundDocument.put({ ...refund, ...ended, condition }),
    ...givenBack(reader, storeId, refund.paymentId, wentBack ? refund.amountMinor : -refund.amountMinor),
    doubt,
  ];
}

/** As {@link lateWordOnRefund}, of a payment whose sale was given up. One that a sale has booked since then stays booked. */
export function lateWordOnReversal(reader: StoreReader, payment: CardPayment, late: LateWord): Effect[] {
  const { at, wentBack, condition } = late;
  const didBelieve = payment.status === 'reversed';
  if (payment.condition !== TOLD || didBelieve === wentBack) return [];
  const doubt = raise(reader, late, aboutReversal(payment), wentBack, 'disagrees');
  if (payment.status === 'booked') return [doubt];
  const ended = wentBack ? ({ status: 'reversed', endedAt: at } as const) : ({ status: 'approved', endedAt: null } as const);
  return [cardPaymentDocument.put({ ...payment, ...ended, condition }), doubt];
}
