import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { CardApproval, DeclinedCard } from './card-payment.ts';

/** A terminal gives up after this long by itself; the till waits longer than that. Milliseconds, on the local network. */
export const TERMINAL_LIMIT_MS = 120_000;
/** How long the till waits for the answer to a payment before it asks what became of it. */
export const ANSWER_WITHIN_MS = 150_000;
/** How long between two questions for the status while a payment runs. */
export const ASK_AGAIN_MS = 5_000;
/** How long after a first "not found" to ask again: the request may still be on its way. */
export const NOT_FOUND_AGAIN_MS = 10_000;
/** How long the till asks before the payment counts as unknown. */
export const ASK_AT_MOST_MS = TERMINAL_LIMIT_MS + 30_000;

/**
 * Where an attempt stands. `intent`: written and not sent. `sent`: the terminal has it, as far as anybody knows. `asking`: its answer
 * is lost, the status is asked for. `not_found_once`: the terminal did not know it; it is asked once more. `approved`: money moved.
 * `not_charged`: none did. `unknown`: nobody can tell for now. `reversing`, `reversed`: the money goes back, or has.
 */
export type AttemptState =
  | 'intent'
  | 'sent'
  | 'asking'
  | 'not_found_once'
  | 'approved'
  | 'not_charged'
  | 'unknown'
  | 'reversing'
  | 'reversed';

/** One try to take money by card. */
export interface CardAttempt {
  readonly state: AttemptState;
  /** By which the terminal knows the message. Never used for a second payment. */
  readonly serviceId: string;
  readonly terminalId: string;
  /** In minor units. */
  readonly amountMinor: number;
  readonly approval: CardApproval | null;
  /** Why no money moved, in the terminal's words; null while that is not known, or where it did. */
  readonly condition: string | null;
  /** The card that was not charged, where the terminal has just read one. */
  readonly card?: DeclinedCard;
}

/** What the terminal says of a payment. */
export type PaymentAnswer =
  | { readonly result: 'approved'; readonly approval: CardApproval }
  /** One of nexo's error conditions, or whatever the terminal said. */
  | { readonly result: 'failed'; readonly condition: string; readonly card?: DeclinedCard };

/** What happens to an attempt. `elapsedMs`: since the payment was sent. */
export type AttemptEvent =
  | { readonly kind: 'written' }
  | { readonly kind: 'restarted' }
  | { readonly kind: 'answered'; readonly serviceId: string; readonly answer: PaymentAnswer }
  /** The connection broke, the answer cannot be read, or none came in time. */
  | { readonly kind: 'answer_lost' }
  /** The connection was refused: nothing can have been sent. */
  | { readonly kind: 'not_reachable' }
  | { readonly kind: 'cancel_pressed' }
  /** The answer to a question for the status that repeats the payment's own. */
  | { readonly kind: 'status_repeats'; readonly serviceId: string; readonly answer: PaymentAnswer }
  | { readonly kind: 'status_failed'; readonly condition: string; readonly elapsedMs: number; readonly terminalId: string }
  | { readonly kind: 'status_lost' }
  /** The terminal answers again. */
  | { readonly kind: 'terminal_back' }
  /** The sale that it was for is given up. */
  | { readonly kind: 'sale_voided' }
  | { readonly kind: 'reversal_answered'; readonly isReversed: boolean }
  /** A person says what became of money that goes back, because the terminal does not. */
  | { readonly kind: 'reversal_told'; readonly isReversed: boolean }
  | { readonly kind: 'reversal_lost' };

/** What the till has to do. `record` stands before what is shown or asked for next. */
export type AttemptAction =
  | { readonly do: 'send_payment' }
  | { readonly do: 'ask_status'; readonly of: 'payment' | 'reversal'; readonly afterMs: number }
  | { readonly do: 'send_abort' }
  | { readonly do: 'record_outcome' }
  | { readonly do: 'keep_orphan' }
  /** Another payment runs on the terminal: its own status decides. */
  | { readonly do: 'ask_other_payment' }
  /** The payment alone; another tender needs the approval of a colleague. */
  | { readonly do: 'wait_for_terminal' }
  | { readonly do: 'alarm' }
  | { readonly do: 'send_reversal' }
  | { readonly do: 'record_reversal' };

export interface Step {
  readonly attempt: CardAttempt;
  readonly actions: readonly AttemptAction[];
}

/** nexo's error conditions that say of a payment that no money moved. Any other text leaves it open. */
const NOT_CHARGED: ReadonlySet<string> = new Set([
  'Aborted',
  'Busy',
  'Cancel',
  'DeviceOut',
  'InsertedCard',
  'InvalidCard',
  'LoggedOut',
  'MessageFormat',
  'NotAllowed',
  'PaymentRestriction',
  'Refusal',
  'UnavailableDevice',
  'UnavailableService',
  'UnreachableHost',
  'WrongPIN',
]);

/** States in which money may have moved, or may move: no second attempt for the same sale is begun (rule E2). */
export const OPEN_STATES: ReadonlySet<AttemptState> = new Set(['intent', 'sent', 'asking', 'not_found_once', 'unknown']);

/** Begins an attempt. Refuses an amount that is none, and a second one while another of the same sale is open. */
export function beginAttempt(
  wanted: Pick<CardAttempt, 'serviceId' | 'terminalId' | 'amountMinor'>,
  others: readonly Pick<CardAttempt, 'state' | 'serviceId'>[],
): Result<CardAttempt, Refusal> {
  if (!Number.isSafeInteger(wanted.amountMinor) || wanted.amountMinor <= 0) return refuse('amount_not_valid');
  if (others.some(({ state, serviceId }) => OPEN_STATES.has(state) || serviceId === wanted.serviceId)) return refuse('card_payment_open');
  return accept({ ...wanted, state: 'intent', approval: null, condition: null });
}

const ASK_NOW: AttemptAction = { do: 'ask_status', of: 'payment', afterMs: 0 };

function approved(attempt: CardAttempt, approval: CardApproval): Step {
  const isLate = attempt.state === 'not_charged';
  return {
    attempt: { ...attempt, state: 'approved', approval, condition: null },
    actions: [{ do: 'record_outcome' }, ...(isLate ? [{ do: 'alarm' } as const] : [])],
  };
}

function notCharged(attempt: CardAttempt, condition: string, card?: DeclinedCard): Step {
  const isBusy = condition === 'Busy';
  return {
    attempt: { ...attempt, state: 'not_charged', condition, ...(card !== undefined && { card }) },
    actions: [{ do: 'record_outcome' }, ...(isBusy ? [{ do: 'ask_other_payment' } as const] : [])],
  };
}

function still(attempt: CardAttempt, ...actions: readonly AttemptAction[]): Step {
  return { attempt, actions };
}

/** Takes the terminal's word on the payment itself. */
function answered(attempt: CardAttempt, { kind, serviceId, answer }: Extract<AttemptEvent, { answer: PaymentAnswer }>): Step {
  if (serviceId !== attempt.serviceId) return still(attempt, { do: 'keep_orphan' });
  if (attempt.state === 'approved' || attempt.state === 'reversing' || attempt.state === 'reversed') return still(attempt);
  if (answer.result === 'approved') return approved(attempt, answer.approval);
  if (attempt.state === 'not_charged') return still(attempt);
  if (NOT_CHARGED.has(answer.condition)) return notCharged(attempt, answer.condition, answer.card);
  // Repeated, it is all that the terminal has to say for now.
  if (kind === 'status_repeats') return still({ ...attempt, state: 'unknown' }, { do: 'wait_for_terminal' });
  return still({ ...attempt, state: 'asking' }, ASK_NOW);
}

/** Takes the terminal's word on where the payment stands. */
function statusFailed(attempt: CardAttempt, event: Extract<AttemptEvent, { kind: 'status_failed' }>): Step {
  const { condition, elapsedMs, terminalId } = event;
  const isTimeUp = elapsedMs >= ASK_AT_MOST_MS;
  if (condition === 'NotFound' && terminalId === attempt.terminalId) {
    if (attempt.state !== 'not_found_once') {
      return still({ ...attempt, state: 'not_found_once' }, { do: 'ask_status', of: 'payment', afterMs: NOT_FOUND_AGAIN_MS });
    }
    // Before its time is up, the request may still reach the terminal.
    if (elapsedMs >= ANSWER_WITHIN_MS) return notCharged(attempt, 'NotFound');
    return still(attempt, { do: 'ask_status', of: 'payment', afterMs: NOT_FOUND_AGAIN_MS });
  }
  if (isTimeUp) return still({ ...attempt, state: 'unknown' }, { do: 'wait_for_terminal' });
  return still({ ...attempt, state: 'asking' }, { do: 'ask_status', of: 'payment', afterMs: ASK_AGAIN_MS });
}

/** A person's word, or the answer of a terminal that was on its way when a person gave theirs. Nothing is sent after it. */
function reversalEnded({ state, ...attempt }: CardAttempt, isReversed: boolean, isLate: boolean): Step {
  const ended = isReversed ? 'reversed' : 'approved';
  if (!isLate) return still({ ...attempt, state: ended });
  return ended === state ? still({ ...attempt, state }) : still({ ...attempt, state: ended }, { do: 'record_reversal' }, { do: 'alarm' });
}

function reversalStep(attempt: CardAttempt, event: AttemptEvent): Step {
  if (event.kind === 'reversal_told') return reversalEnded(attempt, event.isReversed, false);
  if (event.kind === 'reversal_answered' && event.isReversed) {
    return still({ ...attempt, state: 'reversed' }, { do: 'record_reversal' });
  }
  // A refused reversal leaves the money with the shop: a person decides.
  if (event.kind === 'reversal_answered') return still({ ...attempt, state: 'approved' }, { do: 'record_reversal' }, { do: 'alarm' });
  // The terminal does not know of it: nothing has gone back yet. Another terminal cannot know.
  if (event.kind === 'status_failed' && event.condition === 'NotFound' && event.terminalId === attempt.terminalId)
    return still(attempt, { do: 'send_reversal' });
  if (event.kind === 'status_failed') return still(attempt, { do: 'ask_status', of: 'reversal', afterMs: ASK_AGAIN_MS });
  if (event.kind === 'status_lost') return still(attempt, { do: 'wait_for_terminal' });
  if (event.kind === 'reversal_lost' || event.kind === 'restarted' || event.kind === 'terminal_back') {
    return still(attempt, { do: 'ask_status', of: 'reversal', afterMs: event.kind === 'reversal_lost' ? ASK_AGAIN_MS : 0 });
  }
  return still(attempt);
}

function openStep(attempt: CardAttempt, event: AttemptEvent): Step {
  switch (event.kind) {
    case 'written':
      return attempt.state === 'intent' ? still({ ...attempt, state: 'sent' }, { do: 'send_payment' }) : still(attempt);
    case 'restarted':
    case 'terminal_back':
    case 'answer_lost':
      return still({ ...attempt, state: 'asking' }, ASK_NOW);
    case 'not_reachable':
      return attempt.state === 'sent'
        ? notCharged(attempt, 'NotReachable')
        : still({ ...attempt, state: 'unknown' }, { do: 'wait_for_terminal' });
    case 'cancel_pressed':
      // The answer to the payment decides: an abort may come too late.
      return attempt.state === 'sent' ? still(attempt, { do: 'send_abort' }) : still(attempt);
    case 'status_failed':
      return statusFailed(attempt, event);
    case 'status_lost':
      return still({ ...attempt, state: 'unknown' }, { do: 'wait_for_terminal' });
    default:
      return still(attempt);
  }
}

/**
 * What becomes of an attempt, and what the till has to do (rule E2). Never sends a payment a second time: `send_payment` is answered to
 * `written` alone, once.
 */
export function nextAttempt(attempt: CardAttempt, event: AttemptEvent): Step {
  if (event.kind === 'answered' || event.kind === 'status_repeats') return answered(attempt, event);
  if (attempt.state === 'reversing') return reversalStep(attempt, event);
  if (OPEN_STATES.has(attempt.state)) return openStep(attempt, event);
  if (attempt.state === 'approved' && event.kind === 'sale_voided') {
    return still({ ...attempt, state: 'reversing' }, { do: 'send_reversal' });
  }
  if ((attempt.state === 'approved' || attempt.state === 'reversed') && event.kind === 'reversal_answered') {
    return reversalEnded(attempt, event.isReversed, true);
  }
  return still(attempt);
}
