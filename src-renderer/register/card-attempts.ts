import { createStore, type StoreApi } from 'zustand/vanilla';
import { accept } from '../../domain/base/result.ts';
import { ASK_AGAIN_MS, type AttemptAction, type AttemptEvent, type CardAttempt, nextAttempt } from '../../domain/payments/card-attempt.ts';
import { cardPaymentEnded, cardRefundEnded, cardReversalEnded } from '../../domain/payments/operations.ts';
import type { CardPaymentsState, OpenCardPayment } from '../kit/card-services.ts';
import type { RegisterServices } from '../kit/register-services.ts';
import { type AskOptions, askStatus, sendPayment, sendReversal, waitForTerminal, type WantedPayment } from './ask-terminal.ts';

export interface AttemptsOptions extends AskOptions {
  readonly record: RegisterServices['record'];
  readonly onError: (error: unknown) => void;
}

export interface CardsOptions extends AttemptsOptions {
  readonly terminalId: () => string;
  readonly newId: () => string;
  /** Whether the bank has to approve a payment of this amount, in minor units. */
  readonly mustBeOnline: (amountMinor: number) => boolean;
}

export interface Attempts {
  readonly state: StoreApi<CardPaymentsState>;
  get(id: string): OpenCardPayment | undefined;
  put(payment: OpenCardPayment): void;
  change(id: string, given: Partial<OpenCardPayment>): void;
  /** Lets go of those that this is true of. */
  drop(isOver: (payment: OpenCardPayment) => boolean): void;
  /** Goes on from this event, behind the caller's back, until nothing is left to do. */
  start(id: string, event: AttemptEvent, wanted?: WantedPayment): void;
}

/** Of a payment that was sent before: it is asked about, and never sent again. */
const NOT_SENT_AGAIN: WantedPayment = { isPart: false, mustBeOnline: true };

/** A payment as this run of the app takes it in hand. */
export function takenUp(
  about: Pick<OpenCardPayment, 'id' | 'cartId' | 'currency' | 'startedAt'> & { readonly refundOf?: string },
  attempt: CardAttempt,
  at: number,
): OpenCardPayment {
  return { refundOf: null, ...about, attempt, trail: [{ state: attempt.state, at }], alarm: false, isUnsaved: false };
}

function outcomeOf({ id: paymentId, attempt: { approval, condition } }: OpenCardPayment) {
  return cardPaymentEnded.request(
    approval === null
      ? { outcome: 'not_charged', paymentId, condition: condition ?? 'Unknown' }
      : { outcome: 'approved', paymentId, approval },
  );
}

function reversalOf({ id, refundOf, attempt: { state } }: OpenCardPayment) {
  const isReversed = state === 'reversed';
  if (refundOf !== null) return cardRefundEnded.request({ refundId: id, isRefunded: isReversed, condition: isReversed ? null : 'Refused' });
  return cardReversalEnded.request({ paymentId: id, isReversed, condition: isReversed ? null : 'Refused' });
}

/** The attempts of this register, and what carries each on: `nextAttempt` says what to do, and this does it. */
export function createAttempts(options: AttemptsOptions): Attempts {
  const state = createStore<CardPaymentsState>(() => ({ payments: new Map() }));
  const get = (id: string) => state.getState().payments.get(id);
  const put = (payment: OpenCardPayment) => state.setState(({ payments }) => ({ payments: new Map(payments).set(payment.id, payment) }));

  function change(id: string, given: Partial<OpenCardPayment>): void {
    const payment = get(id);
    if (payment !== undefined) put({ ...payment, ...given });
  }

  /** Records it however often that takes: a full disk must not lose what the terminal said. */
  async function keep(id: string, request: ReturnType<typeof outcomeOf> | ReturnType<typeof reversalOf>): Promise<void> {
    while (!(await options.record(() => accept(request))).ok) {
      change(id, { isUnsaved: true });
      await options.wait(ASK_AGAIN_MS);
    }
    change(id, { isUnsaved: false });
  }

  /** @returns what happened next; null where the action leads to nothing more by itself. */
  async function act(payment: OpenCardPayment, action: AttemptAction, wanted: WantedPayment): Promise<AttemptEvent | null> {
    const { id, attempt } = payment;
    if (action.do === 'send_payment') return sendPayment(options, payment, wanted);
    if (action.do === 'ask_status') return askStatus(options, payment, action.of, action.afterMs);
    if (action.do === 'send_reversal') return sendReversal(options, payment);
    if (action.do === 'wait_for_terminal') return waitForTerminal(options);
    if (action.do === 'record_outcome') await keep(id, outcomeOf(payment));
    if (action.do === 'record_reversal') await keep(id, reversalOf(payment));
    if (action.do === 'send_abort') await options.terminal.abort({ serviceId: options.newServiceId(), of: attempt.serviceId });
    if (action.do === 'alarm') change(id, { alarm: true });
    if (action.do === 'keep_orphan') {
      // The answer to another message says nothing of this one: it is asked for, and not at once.
      await options.wait(ASK_AGAIN_MS);
      return { kind: 'answer_lost' };
    }
    return null;
  }

  async function drive(id: string, first: AttemptEvent, wanted: WantedPayment): Promise<void> {
    const about = get(id)?.attempt.serviceId;
    for (let event: AttemptEvent | null = first; event !== null; ) {
      const payment = get(id);
      // What becomes of an earlier message says nothing of a later one.
      if (payment?.attempt.serviceId !== about || payment === undefined) return;
      const { attempt, actions } = nextAttempt(payment.attempt, event);
      const hasMoved = attempt.state !== payment.attempt.state;
      change(id, { attempt, ...(hasMoved && { trail: [...payment.trail, { state: attempt.state, at: options.now() }] }) });
      event = null;
      for (const action of actions) event = (await act({ ...payment, attempt }, action, wanted)) ?? event;
    }
  }

  return {
    state,
    get,
    put,
    change,
    drop: (isOver) => state.setState(({ payments }) => ({ payments: new Map([...payments].filter(([, one]) => !isOver(one))) })),
    start: (id, event, wanted = NOT_SENT_AGAIN) => void drive(id, event, wanted).catch(options.onError),
  };
}
