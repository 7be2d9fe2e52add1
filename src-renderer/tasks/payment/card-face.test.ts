import { describe, expect, it } from 'vitest';
import { approvalOf } from '../../../test/support/examples.ts';
import { type AttemptEvent, type CardAttempt, nextAttempt } from '../../../domain/payments/card-attempt.ts';
import type { OpenCardPayment } from '../../kit/card-services.ts';
import { type CardFace, cardFace, cardTender, mayGiveBack, mayRetry } from './card-face.ts';
import { faceText, faceTitle } from './card-words.ts';

const BEGUN: CardAttempt = { state: 'intent', serviceId: 'S1', terminalId: 'T1', amountMinor: 10_000, approval: null, condition: null };
const approval = approvalOf({ authorizedMinor: 10_000, scheme: 'Visa', lastFour: '4410', approvalCode: '08412A' });
const answered = (given: Partial<typeof approval> = {}): AttemptEvent => ({
  kind: 'answered',
  serviceId: 'S1',
  answer: { result: 'approved', approval: { ...approval, ...given } },
});
const failed = (condition: string): AttemptEvent => ({ kind: 'answered', serviceId: 'S1', answer: { result: 'failed', condition } });
const asked = (condition: string, elapsedMs: number): AttemptEvent => ({ kind: 'status_failed', condition, elapsedMs, terminalId: 'T1' });
const WRITTEN: AttemptEvent = { kind: 'written' };
const LOST: AttemptEvent = { kind: 'answer_lost' };

/** A payment to which this happened, a second after one another. */
function paymentAfter(...events: readonly AttemptEvent[]): OpenCardPayment {
  let payment: OpenCardPayment = {
    id: 'P1',
    cartId: 'C1',
    currency: 'USD',
    startedAt: 0,
    attempt: BEGUN,
    refundOf: null,
    trail: [{ state: 'intent', at: 0 }],
    alarm: false,
    isUnsaved: false,
  };
  events.forEach((event, index) => {
    const { attempt, actions } = nextAttempt(payment.attempt, event);
    const at = (index + 1) * 1000;
    const trail = attempt.state === payment.attempt.state ? payment.trail : [...payment.trail, { state: attempt.state, at }];
    payment = { ...payment, attempt, trail, alarm: payment.alarm || actions.some((action) => action.do === 'alarm') };
  });
  return payment;
}

const FACES: readonly (readonly [
  face: CardFace,
  events: readonly AttemptEvent[],
  state: string,
  may: 'again' | 'back' | null,
  says: string,
])[] = [
  ['waiting', [], 'running', null, '$100.00 is on the terminal'],
  ['waiting', [WRITTEN], 'running', null, '$100.00 is on the terminal'],
  ['approved', [WRITTEN, answered()], 'taken', 'back', 'Visa ···· 4410 · code 08412A'],
  ['approved_less', [WRITTEN, answered({ authorizedMinor: 6_240 })], 'taken', 'back', '$62.40 of $100.00'],
  ['approved_less', [WRITTEN, answered({ authorizedMinor: 10_500, tipMinor: 600 })], 'taken', 'back', '$105.00 of $100.00'],
  ['approved', [WRITTEN, answered({ authorizedMinor: 10_500, tipMinor: 500 })], 'taken', 'back', 'Visa'],
  ['offline', [WRITTEN, answered({ isOnline: false })], 'offline', 'back', 'without asking the bank'],
  ['declined', [WRITTEN, failed('Refusal')], 'declined', 'again', 'Nothing was taken. The bank refused it.'],
  ['declined', [WRITTEN, failed('DeviceOut')], 'declined', 'again', 'The terminal says: DeviceOut.'],
  ['busy', [WRITTEN, failed('Busy')], 'declined', 'again', 'Nothing was taken'],
  ['not_reachable', [WRITTEN, { kind: 'not_reachable' }], 'declined', 'again', 'Nothing was sent'],
  ['no_answer', [WRITTEN, LOST], 'running', null, 'may have been charged'],
  ['no_answer', [WRITTEN, LOST, asked('InProgress', 5_000)], 'running', null, 'may have been charged'],
  ['no_answer', [WRITTEN, LOST, asked('NotFound', 5_000)], 'running', null, 'may have been charged'],
  ['unknown', [WRITTEN, LOST, { kind: 'status_lost' }], 'unknown', null, 'may have been charged'],
  ['late_charged', [WRITTEN, LOST, answered()], 'taken', 'back', 'Charged once, 3 s after'],
  ['late_not_charged', [WRITTEN, LOST, asked('NotFound', 0), asked('NotFound', 150_000)], 'declined', 'again', 'Nothing was taken'],
  ['charged_after_all', [WRITTEN, failed('Refusal'), answered()], 'taken', 'back', 'then took $100.00'],
  ['giving_back', [WRITTEN, answered(), { kind: 'sale_voided' }], 'giving_back', null, '$100.00 is on its way back'],
  [
    'given_back',
    [WRITTEN, answered(), { kind: 'sale_voided' }, { kind: 'reversal_answered', isReversed: true }],
    'given_back',
    null,
    '$100.00 is back',
  ],
  [
    'not_given_back',
    [WRITTEN, answered(), { kind: 'sale_voided' }, { kind: 'reversal_answered', isReversed: false }],
    'taken',
    'back',
    'still has it',
  ],
];

describe('what a card payment looks like', () => {
  it.each(FACES)('[E2] %s', (face, events, state, may, says) => {
    const payment = paymentAfter(...events);
    expect(cardFace(payment)).toBe(face);
    expect(cardTender(payment, false).state).toBe(state);
    expect([mayRetry(face), mayGiveBack(face)]).toEqual([may === 'again', may === 'back']);
    expect(faceText(face, payment)).toContain(says);
    expect(faceTitle(face, payment, 9_000)).not.toBe('');
  });

  it('[E2] counts the seconds since the answer is missing', () => {
    expect(faceTitle('no_answer', paymentAfter(WRITTEN, LOST), 14_000)).toBe('No answer for 12 s');
  });

  it('[E2] "nothing was sent" may be tried again, and "no answer" never', () => {
    expect([mayRetry('not_reachable'), mayRetry('no_answer'), mayRetry('unknown'), mayRetry('waiting')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('[E2] is a tender of what was approved, tip included, and names the payment', () => {
    const taken = paymentAfter(WRITTEN, answered({ authorizedMinor: 10_500, tipMinor: 500 }));
    const tender = { kind: 'card', currency: 'USD', amountMinor: 10_500, tipMinor: 500, reference: 'P1' };
    expect(cardTender(taken, false)).toMatchObject({ askedMinor: 10_000, tender: { ...tender, state: 'captured' } });
    const offline = paymentAfter(WRITTEN, answered({ isOnline: false }));
    expect(cardTender(offline, false).tender?.state).toBe('offline');
  });

  it('[E2] that somebody answers for pays nothing and holds nothing up while nobody knows, and counts once it is known', () => {
    const unknown = paymentAfter(WRITTEN, LOST, { kind: 'status_lost' });
    expect(cardTender(unknown, true)).toMatchObject({ state: 'left_open', tender: null });
    expect(cardTender(paymentAfter(WRITTEN, LOST), true).state).toBe('running');
    expect(cardTender(paymentAfter(WRITTEN, LOST, answered()), true).state).toBe('taken');
  });
});
