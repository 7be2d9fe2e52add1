import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWER_WITHIN_MS,
  ASK_AGAIN_MS,
  ASK_AT_MOST_MS,
  type AttemptAction,
  type AttemptEvent,
  type AttemptState,
  beginAttempt,
  type CardAttempt,
  nextAttempt,
  NOT_FOUND_AGAIN_MS,
  OPEN_STATES,
  type PaymentAnswer,
} from './card-attempt.ts';
import { approvalOf } from '../../test/support/examples.ts';

const APPROVAL = approvalOf({ approvalCode: '00123' });
const YES: PaymentAnswer = { result: 'approved', approval: APPROVAL };
const PART: PaymentAnswer = { result: 'approved', approval: { ...APPROVAL, authorizedMinor: 400 } };
const no = (condition: string): PaymentAnswer => ({ result: 'failed', condition });

function attempt(state: AttemptState): CardAttempt {
  const hasMoney = state === 'approved' || state === 'reversing' || state === 'reversed';
  return { state, serviceId: 'S1', terminalId: 'T1', amountMinor: 1000, approval: hasMoney ? APPROVAL : null, condition: null };
}

const answered = (answer: PaymentAnswer, serviceId = 'S1'): AttemptEvent => ({ kind: 'answered', serviceId, answer });
const repeats = (answer: PaymentAnswer, serviceId = 'S1'): AttemptEvent => ({ kind: 'status_repeats', serviceId, answer });
const status = (condition: string, elapsedMs = 0, terminalId = 'T1'): AttemptEvent => ({
  kind: 'status_failed',
  condition,
  elapsedMs,
  terminalId,
});
const ask = (afterMs: number, of: 'payment' | 'reversal' = 'payment'): AttemptAction => ({ do: 'ask_status', of, afterMs });

/** What a till does in each state (the published table of states; see docs/decisions/0021): one row a row. */
const TABLE: readonly (readonly [
  what: string,
  from: AttemptState,
  event: AttemptEvent,
  to: AttemptState,
  actions: readonly AttemptAction[],
])[] = [
  ['S1 written: sent', 'intent', { kind: 'written' }, 'sent', [{ do: 'send_payment' }]],
  ['S1 written, the app restarts: not sent, asked for', 'intent', { kind: 'restarted' }, 'asking', [ask(0)]],
  ['S2 approved', 'sent', answered(YES), 'approved', [{ do: 'record_outcome' }]],
  ['S2 approved in part', 'sent', answered(PART), 'approved', [{ do: 'record_outcome' }]],
  ['S2 declined', 'sent', answered(no('Refusal')), 'not_charged', [{ do: 'record_outcome' }]],
  ['S2 busy', 'sent', answered(no('Busy')), 'not_charged', [{ do: 'record_outcome' }, { do: 'ask_other_payment' }]],
  ['S2 the connection breaks', 'sent', { kind: 'answer_lost' }, 'asking', [ask(0)]],
  ['S2 the till is cancelled', 'sent', { kind: 'cancel_pressed' }, 'sent', [{ do: 'send_abort' }]],
  ['S2 an answer to another message', 'sent', answered(YES, 'S9'), 'sent', [{ do: 'keep_orphan' }]],
  ['S2 nothing could be sent', 'sent', { kind: 'not_reachable' }, 'not_charged', [{ do: 'record_outcome' }]],
  ['S2 a reason that nobody knows', 'sent', answered(no('Whatever')), 'asking', [ask(0)]],
  ['S2 "in progress" as an answer', 'sent', answered(no('InProgress')), 'asking', [ask(0)]],
  ['S2 the app restarts', 'sent', { kind: 'restarted' }, 'asking', [ask(0)]],
  ['S4 the answer is repeated: approved', 'asking', repeats(YES), 'approved', [{ do: 'record_outcome' }]],
  ['S4 the answer is repeated: declined', 'asking', repeats(no('Refusal')), 'not_charged', [{ do: 'record_outcome' }]],
  ['S4 another answer is repeated', 'asking', repeats(YES, 'S9'), 'asking', [{ do: 'keep_orphan' }]],
  ['S4 a reason that nobody knows is repeated', 'asking', repeats(no('Whatever')), 'unknown', [{ do: 'wait_for_terminal' }]],
  ['S4 in progress', 'asking', status('InProgress', 20_000), 'asking', [ask(ASK_AGAIN_MS)]],
  ['S4 in progress beyond all time', 'asking', status('InProgress', ASK_AT_MOST_MS), 'unknown', [{ do: 'wait_for_terminal' }]],
  ['S4 not found', 'asking', status('NotFound', ANSWER_WITHIN_MS), 'not_found_once', [ask(NOT_FOUND_AGAIN_MS)]],
  ['S4 not found, by another terminal', 'asking', status('NotFound', 0, 'T2'), 'asking', [ask(ASK_AGAIN_MS)]],
  ['S4 busy', 'asking', status('Busy', 20_000), 'asking', [ask(ASK_AGAIN_MS)]],
  ['S4 no answer', 'asking', { kind: 'status_lost' }, 'unknown', [{ do: 'wait_for_terminal' }]],
  ['S4 not reachable', 'asking', { kind: 'not_reachable' }, 'unknown', [{ do: 'wait_for_terminal' }]],
  ['S5 not found again', 'not_found_once', status('NotFound', ANSWER_WITHIN_MS), 'not_charged', [{ do: 'record_outcome' }]],
  ['S5 not found again, too early', 'not_found_once', status('NotFound', 30_000), 'not_found_once', [ask(NOT_FOUND_AGAIN_MS)]],
  ['S5 approved after all', 'not_found_once', repeats(YES), 'approved', [{ do: 'record_outcome' }]],
  ['S6 the sale could not be completed', 'approved', { kind: 'restarted' }, 'approved', []],
  ['S6 the sale is voided', 'approved', { kind: 'sale_voided' }, 'reversing', [{ do: 'send_reversal' }]],
  ['S6 the answer comes again', 'approved', answered(YES), 'approved', []],
  ['S7 a late approval', 'not_charged', repeats(YES), 'approved', [{ do: 'record_outcome' }, { do: 'alarm' }]],
  ['S7 a late refusal', 'not_charged', answered(no('Cancel')), 'not_charged', []],
  ['S8 the terminal answers again', 'unknown', { kind: 'terminal_back' }, 'asking', [ask(0)]],
  ['S8 approved', 'unknown', repeats(YES), 'approved', [{ do: 'record_outcome' }]],
  ['S9 no answer', 'reversing', { kind: 'reversal_lost' }, 'reversing', [ask(ASK_AGAIN_MS, 'reversal')]],
  ['S9 no answer to the question', 'reversing', { kind: 'status_lost' }, 'reversing', [{ do: 'wait_for_terminal' }]],
  ['S9 the terminal answers again', 'reversing', { kind: 'terminal_back' }, 'reversing', [ask(0, 'reversal')]],
  ['S9 the app restarts', 'reversing', { kind: 'restarted' }, 'reversing', [ask(0, 'reversal')]],
  ['S9 the terminal never heard of it', 'reversing', status('NotFound'), 'reversing', [{ do: 'send_reversal' }]],
  ['S9 not found, by another terminal', 'reversing', status('NotFound', 0, 'T2'), 'reversing', [ask(ASK_AGAIN_MS, 'reversal')]],
  ['S9 in progress', 'reversing', status('InProgress'), 'reversing', [ask(ASK_AGAIN_MS, 'reversal')]],
  ['S9 given back', 'reversing', { kind: 'reversal_answered', isReversed: true }, 'reversed', [{ do: 'record_reversal' }]],
  [
    'S9 the terminal refuses',
    'reversing',
    { kind: 'reversal_answered', isReversed: false },
    'approved',
    [{ do: 'record_reversal' }, { do: 'alarm' }],
  ],
  ['S9 a person says that it went back', 'reversing', { kind: 'reversal_told', isReversed: true }, 'reversed', []],
  ['S9 a person says that it did not', 'reversing', { kind: 'reversal_told', isReversed: false }, 'approved', []],
  ['S9 told, and the terminal never heard of it', 'reversed', status('NotFound'), 'reversed', []],
  ['S9 told, and the terminal answers again', 'approved', { kind: 'terminal_back' }, 'approved', []],
  ['S9 told, and a late answer agrees', 'reversed', { kind: 'reversal_answered', isReversed: true }, 'reversed', []],
  [
    'S9 told, and a late answer says the opposite',
    'approved',
    { kind: 'reversal_answered', isReversed: true },
    'reversed',
    [{ do: 'record_reversal' }, { do: 'alarm' }],
  ],
];

const STATES: readonly AttemptState[] = [...OPEN_STATES, 'approved', 'not_charged', 'reversing', 'reversed'];
const events: fc.Arbitrary<AttemptEvent> = fc.oneof(
  fc.constantFrom<AttemptEvent>(
    { kind: 'written' },
    { kind: 'restarted' },
    { kind: 'answer_lost' },
    { kind: 'not_reachable' },
    { kind: 'cancel_pressed' },
    { kind: 'status_lost' },
    { kind: 'terminal_back' },
    { kind: 'sale_voided' },
    { kind: 'reversal_lost' },
    { kind: 'reversal_answered', isReversed: true },
    { kind: 'reversal_answered', isReversed: false },
    { kind: 'reversal_told', isReversed: true },
    { kind: 'reversal_told', isReversed: false },
  ),
  fc
    .tuple(fc.constantFrom('answered' as const, 'status_repeats' as const), fc.constantFrom(YES, PART, no('Refusal'), no('Busy'), no('?')))
    .map(([kind, answer]): AttemptEvent => ({ kind, serviceId: 'S1', answer })),
  fc
    .tuple(fc.constantFrom('InProgress', 'NotFound', 'Busy'), fc.nat(400_000))
    .map(([condition, elapsedMs]) => status(condition, elapsedMs)),
);

describe('nextAttempt', () => {
  it.each(TABLE)('[E2] %s', (_what, from, event, to, actions) => {
    const step = nextAttempt(attempt(from), event);
    expect({ state: step.attempt.state, actions: step.actions }).toEqual({ state: to, actions });
  });

  it('[E2] keeps what was approved, and why money did not move', () => {
    expect(nextAttempt(attempt('sent'), answered(PART)).attempt.approval?.authorizedMinor).toBe(400);
    expect(nextAttempt(attempt('sent'), answered(no('WrongPIN'))).attempt.condition).toBe('WrongPIN');
    expect(nextAttempt(nextAttempt(attempt('sent'), answered(no('Cancel'))).attempt, repeats(YES)).attempt).toMatchObject({
      approval: APPROVAL,
      condition: null,
    });
  });

  it('[E2] whatever happens, the payment is sent once at most, and what was approved is never forgotten', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (told) => {
        let now = attempt('intent');
        let sent = 0;
        let isApproved = false;
        for (const event of told) {
          const { attempt: next, actions } = nextAttempt(now, event);
          sent += actions.filter((one) => one.do === 'send_payment').length;
          isApproved ||= next.state === 'approved';
          if (isApproved) expect(['approved', 'reversing', 'reversed']).toContain(next.state);
          if (isApproved) expect(next.approval).not.toBeNull();
          now = next;
        }
        expect(sent).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('[E2] an open attempt always has somebody who goes on with it, or is known to wait for the terminal', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), events, (state, event) => {
        const { attempt: next, actions } = nextAttempt(attempt(state), event);
        if (next.state === state) return;
        if (next.state === 'asking' || next.state === 'not_found_once') expect(actions.map((one) => one.do)).toEqual(['ask_status']);
        if (next.state === 'unknown') expect(actions).toEqual([{ do: 'wait_for_terminal' }]);
      }),
    );
  });
});

describe('beginAttempt', () => {
  const wanted = { serviceId: 'S1', terminalId: 'T1', amountMinor: 1000 };

  it.each([0, -1, 0.5, Number.NaN, 2 ** 60])('refuses an amount of %s', (amountMinor) => {
    expect(beginAttempt({ ...wanted, amountMinor }, [])).toEqual({ ok: false, refusal: 'amount_not_valid' });
  });

  it.each(STATES)('[E2] beside one that is %s', (state) => {
    const begun = beginAttempt(wanted, [{ state, serviceId: 'S0' }]);
    expect(begun.ok).toBe(!OPEN_STATES.has(state));
  });

  it('[E2] never names a message twice', () => {
    expect(beginAttempt(wanted, [{ state: 'not_charged', serviceId: 'S1' }])).toEqual({ ok: false, refusal: 'card_payment_open' });
  });
});
