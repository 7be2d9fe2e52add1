import { accept, refuse } from '../../domain/base/result.ts';
import { beginAttempt, type CardAttempt, OPEN_STATES } from '../../domain/payments/card-attempt.ts';
import type { CardPayment } from '../../domain/payments/card-payment.ts';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import { cardPaymentStarted, cardReversalStarted } from '../../domain/payments/operations.ts';
import type { CardPayments, OpenCardPayment } from '../kit/card-services.ts';
import { type CardsOptions, createAttempts, takenUp } from './card-attempts.ts';
import { tellCardMoney } from './tell-card-money.ts';
import { createCardRefunds } from './card-refunds.ts';

const TAKEN_UP = { started: 'sent', reversing: 'reversing', approved: 'approved' } as const;

/** How the attempt stood when the app ended, as far as the journal tells; null where nothing is left to do with it. */
function attemptOf(payment: CardPayment): CardAttempt | null {
  const { serviceId, terminalId, amountMinor, approval, condition, status } = payment;
  if (status !== 'started' && status !== 'reversing' && status !== 'approved') return null;
  return { serviceId, terminalId, amountMinor, approval, condition, state: TAKEN_UP[status] };
}

/** Whether nothing is left to hear, to write or to show of a payment. */
function isSettled({ attempt: { state }, alarm, isUnsaved }: OpenCardPayment): boolean {
  return !OPEN_STATES.has(state) && state !== 'reversing' && !alarm && !isUnsaved;
}

/** Takes card payments through a terminal. Whatever happens is in the journal before anybody acts on it. */
export function createCardPayments(options: CardsOptions): CardPayments {
  const { record, now, newServiceId } = options;
  const attempts = createAttempts(options);
  const refunds = createCardRefunds(options);
  /** Those whose reversal is being written: a second press must not write another. */
  const givingBack = new Set<string>();

  return {
    state: attempts.state,
    refunds: refunds.state,
    async pay({ cartId, currency, amountMinor, totalMinor }) {
      const others = [...attempts.state.getState().payments.values()].filter((one) => one.cartId === cartId);
      const terminalId = options.terminalId();
      const begun = beginAttempt(
        { serviceId: newServiceId(), terminalId, amountMinor },
        others.map((one) => one.attempt),
      );
      if (!begun.ok) return begun;
      const id = options.newId();
      // Before it counts itself.
      const mustBeOnline = options.mustBeOnline(amountMinor);
      // Before the journal is asked, so that a second press finds it open.
      attempts.put(takenUp({ id, cartId, currency, startedAt: now() }, begun.value, now()));
      const { serviceId } = begun.value;
      let isWritten = false;
      try {
        const recorded = await record(
          () => accept(cardPaymentStarted.request({ paymentId: id, cartId, terminalId, serviceId, currency, amountMinor })),
          { id: cartId, totalMinor },
        );
        isWritten = recorded.ok;
        if (!recorded.ok) return recorded;
      } finally {
        if (!isWritten) attempts.drop((one) => one.id === id);
      }
      attempts.start(id, { kind: 'written' }, { isPart: amountMinor !== totalMinor, mustBeOnline });
      return accept(id);
    },
    cancel: (id) => attempts.start(id, { kind: 'cancel_pressed' }),
    async giveBack(id) {
      const payment = attempts.get(id);
      if (payment?.attempt.state !== 'approved' || givingBack.has(id)) return refuse('nothing_to_return');
      const serviceId = newServiceId();
      givingBack.add(id);
      try {
        // A sale may have booked it between the press and the write.
        const recorded = await record(({ reader }) =>
          reader.get(cardPaymentDocument, id)?.status === 'approved'
            ? accept(cardReversalStarted.request({ paymentId: id, serviceId }))
            : refuse('nothing_to_return'),
        );
        if (!recorded.ok) return recorded;
      } finally {
        givingBack.delete(id);
      }
      attempts.change(id, { attempt: { ...payment.attempt, serviceId } });
      attempts.start(id, { kind: 'sale_voided' });
      return accept(id);
    },
    refund: refunds.refund,
    tell: (told) => tellCardMoney(options, told.of === 'refund' ? refunds.attempts : attempts, told),
    resume(payments, made) {
      for (const payment of payments) {
        const attempt = attemptOf(payment);
        if (attempt === null) continue;
        const { id, cartId, currency } = payment;
        attempts.put(takenUp({ id, cartId, currency, startedAt: Date.parse(payment.startedAt) }, attempt, now()));
        if (attempt.state !== 'approved') attempts.start(id, { kind: 'restarted' });
      }
      refunds.resume(made);
    },
    forget: (cartId) => attempts.drop((one) => one.cartId === cartId && isSettled(one)),
    forgetRefund: refunds.forget,
  };
}
