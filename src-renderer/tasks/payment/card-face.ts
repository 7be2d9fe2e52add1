import type { CardTrailStep, OpenCardPayment } from '../../kit/card-services.ts';
import type { PlannedTender, TenderState } from './payment-plan.ts';

/** What a card payment looks like to the associate: each has its own sentence about the fact, the money, and what may be done. */
export type CardFace =
  | 'waiting'
  | 'approved'
  | 'approved_less'
  | 'offline'
  | 'declined'
  | 'busy'
  | 'not_reachable'
  | 'no_answer'
  | 'unknown'
  | 'late_charged'
  | 'late_not_charged'
  | 'charged_after_all'
  | 'giving_back'
  | 'not_given_back'
  | 'given_back';

type Faced = Pick<OpenCardPayment, 'attempt' | 'alarm' | 'trail'>;

const passed = (trail: readonly CardTrailStep[], ...states: readonly CardTrailStep['state'][]) =>
  trail.some(({ state }) => states.includes(state));

function approvedFace({ attempt, alarm, trail }: Faced): CardFace {
  const { approval, amountMinor } = attempt;
  if (alarm) return passed(trail, 'reversing') ? 'not_given_back' : 'charged_after_all';
  if (approval !== null && !approval.isOnline) return 'offline';
  if (approval !== null && approval.authorizedMinor - approval.tipMinor < amountMinor) return 'approved_less';
  return passed(trail, 'asking', 'not_found_once', 'unknown') ? 'late_charged' : 'approved';
}

function notChargedFace({ attempt, trail }: Faced): CardFace {
  if (attempt.condition === 'NotReachable') return 'not_reachable';
  if (attempt.condition === 'Busy') return 'busy';
  return passed(trail, 'asking', 'not_found_once', 'unknown') ? 'late_not_charged' : 'declined';
}

export function cardFace(payment: Faced): CardFace {
  switch (payment.attempt.state) {
    case 'intent':
    case 'sent':
      return 'waiting';
    case 'asking':
    case 'not_found_once':
      return 'no_answer';
    case 'unknown':
      return 'unknown';
    case 'approved':
      return approvedFace(payment);
    case 'not_charged':
      return notChargedFace(payment);
    case 'reversing':
      return 'giving_back';
    case 'reversed':
      return 'given_back';
  }
}

/** Faces after which the card may be asked again: no money has moved, and none can. Never while an answer is missing (rule E2). */
const RETRIED: ReadonlySet<CardFace> = new Set(['declined', 'busy', 'not_reachable', 'late_not_charged']);

export function mayRetry(face: CardFace): boolean {
  return RETRIED.has(face);
}

/** Faces of money that the shop has, and may give back. */
const RETURNED: ReadonlySet<CardFace> = new Set([
  'approved',
  'approved_less',
  'offline',
  'late_charged',
  'charged_after_all',
  'not_given_back',
]);

export function mayGiveBack(face: CardFace): boolean {
  return RETURNED.has(face);
}

const STATES: Readonly<Record<CardFace, TenderState>> = {
  waiting: 'running',
  approved: 'taken',
  approved_less: 'taken',
  offline: 'offline',
  declined: 'declined',
  busy: 'declined',
  not_reachable: 'declined',
  no_answer: 'running',
  unknown: 'unknown',
  late_charged: 'taken',
  late_not_charged: 'declined',
  charged_after_all: 'taken',
  giving_back: 'giving_back',
  not_given_back: 'taken',
  given_back: 'given_back',
};

/** The payment as a tender of the plan. @param isLeftOpen whether another tender pays in its place while nobody knows about it. */
export function cardTender({ id, currency, ...payment }: OpenCardPayment, isLeftOpen: boolean): PlannedTender {
  const face = cardFace(payment);
  const state = STATES[face];
  const { approval, amountMinor: askedMinor } = payment.attempt;
  const planned = { id, kind: 'card', state: isLeftOpen && state === 'unknown' ? 'left_open' : state, askedMinor } as const;
  if (approval === null || (state !== 'taken' && state !== 'offline')) return { ...planned, tender: null };
  const { authorizedMinor: amountMinor, tipMinor, isOnline } = approval;
  const tender = { kind: 'card', currency, amountMinor, tipMinor, reference: id, state: isOnline ? 'captured' : 'offline' } as const;
  return { ...planned, tender };
}
