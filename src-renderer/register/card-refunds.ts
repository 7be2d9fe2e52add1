import type { StoreApi } from 'zustand/vanilla';
import { accept, refuse } from '../../domain/base/result.ts';
import type { CardApproval, CardPayment } from '../../domain/payments/card-payment.ts';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import { cardRefundStarted } from '../../domain/payments/operations.ts';
import type { CardPayments, CardPaymentsState, OpenCardPayment, RefundInHand } from '../kit/card-services.ts';
import { type Attempts, type CardsOptions, createAttempts, takenUp } from './card-attempts.ts';

interface Refundable {
  readonly currency: string;
  readonly approval: CardApproval;
  readonly leftMinor: number;
}

/** What can still be given back of a payment that a sale has booked; null of any other. A void gives the tip back too. */
function refundable(payment: CardPayment | undefined, isVoid: boolean): Refundable | null {
  if (payment === undefined || payment.approval === null || payment.status !== 'booked') return null;
  const { currency, approval, refundedMinor } = payment;
  return { currency, approval, leftMinor: approval.authorizedMinor - (isVoid ? 0 : approval.tipMinor) - refundedMinor };
}

/** A payment of which so much is to go back. */
function approvedFor(amountMinor: number, approval: CardApproval | null) {
  return { amountMinor, approval, condition: null, state: 'approved' } as const;
}

export interface CardRefunds extends Pick<CardPayments, 'refund'> {
  readonly state: StoreApi<CardPaymentsState>;
  readonly attempts: Pick<Attempts, 'get' | 'start'>;
  resume(made: readonly RefundInHand[]): void;
  forget(refundId: string): void;
}

/** Gives money back to cards for goods that came back, with the same care as it is taken. */
export function createCardRefunds(options: CardsOptions): CardRefunds {
  const { record, now, newServiceId } = options;
  const refunds = createAttempts(options);
  /** Payments of which a refund is being written. */
  const refunding = new Set<string>();

  return {
    state: refunds.state,
    attempts: refunds,
    async refund({ returnId, paymentId, amountMinor, returnMinor, isVoid = false }) {
      const isInHand = ({ cartId, refundOf, attempt }: OpenCardPayment) =>
        cartId === returnId && refundOf === paymentId && attempt.state !== 'approved';
      if (refunding.has(paymentId) || [...refunds.state.getState().payments.values()].some(isInHand)) return refuse('card_payment_open');
      const id = options.newId();
      const terminalId = options.terminalId();
      const serviceId = newServiceId();
      const found: { known: Refundable | null } = { known: null };
      refunding.add(paymentId);
      try {
        const recorded = await record(({ reader }) => {
          const known = refundable(reader.get(cardPaymentDocument, paymentId), isVoid);
          found.known = known;
          if (known === null) return refuse('card_payment_unknown');
          if (amountMinor > known.leftMinor) return refuse('tender_too_large');
          const { currency } = known;
          const about = { refundId: id, paymentId, returnId, terminalId, serviceId };
          return accept(cardRefundStarted.request({ ...about, currency, amountMinor, returnMinor, isVoid }));
        });
        if (!recorded.ok) return recorded;
      } finally {
        refunding.delete(paymentId);
      }
      if (found.known === null) return refuse('card_payment_unknown');
      const { currency, approval } = found.known;
      const about = { id, cartId: returnId, currency, startedAt: now(), refundOf: paymentId };
      refunds.put(takenUp(about, { ...approvedFor(amountMinor, approval), serviceId, terminalId }, now()));
      refunds.start(id, { kind: 'sale_voided' });
      return accept(id);
    },
    resume(made) {
      for (const { refund, approval } of made) {
        if (refund.status !== 'started' && refund.status !== 'refunded') continue;
        const { id, returnId: cartId, currency, paymentId: refundOf, serviceId, terminalId } = refund;
        const state = refund.status === 'started' ? 'reversing' : 'reversed';
        const attempt = { ...approvedFor(refund.amountMinor, approval), serviceId, terminalId, state } as const;
        refunds.put(takenUp({ id, cartId, currency, startedAt: Date.parse(refund.startedAt), refundOf }, attempt, now()));
        if (state === 'reversing') refunds.start(id, { kind: 'restarted' });
      }
    },
    forget: (id) => refunds.drop((one) => one.id === id && one.attempt.state !== 'reversing' && !one.isUnsaved),
  };
}
