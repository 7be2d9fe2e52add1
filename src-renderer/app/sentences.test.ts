import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf, nothingKnown, operationOf } from '../../test/support/examples.ts';
import { exceptionKind } from '../../domain/exceptions/exception.ts';
import { EXCEPTION_GUIDE } from '../../domain/exceptions/guide.ts';
import { applyFulfillment } from '../../domain/fulfillment/apply-fulfillment.ts';
import { type FulfillmentState, fulfillmentState } from '../../domain/fulfillment/fulfillment-order.ts';
import { operation } from '../../domain/registry/operations.ts';
import { operationWords } from '../../domain/registry/operation-words.ts';
import { REFUSALS } from '../../domain/base/refusal.ts';
import { effectSentence } from '../exceptions/effect-words.ts';
import { REJECT_WORDS, SHORT_PICK_WORDS, statusWords } from '../picking/order-words.ts';
import { refusalSentence } from './sentences.ts';

const at = '2026-03-02T10:00:00.000Z';
const STATES = fulfillmentState.options.map(
  (option) =>
    ({
      status: option.shape.status.value,
      waveId: 'W',
      stagingLocation: 'P1',
      trackingNumber: 'T',
      reason: 'damaged',
      at,
    }) as FulfillmentState,
);
const TYPES = operation.options.map((option) => option.shape.type.value);

/** What exceptions say about an order that was handed over and worked on in every state, and about one that nobody knows. */
function explanations(): string[] {
  const handedOver = operationOf({
    type: 'order_handed_over',
    payload: { fulfillmentOrderId: 'F1', verifiedBy: 'pickup_code', lines: null },
  });
  const picked = operationOf({ type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1 } });
  const readers = [nothingKnown, ...STATES.map((state) => ({ ...nothingKnown, fulfillmentOrder: () => fulfillmentOrderOf({ state }) }))];
  const effects = readers.flatMap((reader) =>
    [handedOver, picked].flatMap((one) =>
      one.type === 'order_handed_over' || one.type === 'line_picked' ? applyFulfillment(reader, one) : [],
    ),
  );
  return effects.flatMap((effect) => (effect.kind === 'exception' ? [effect.exception.explanation] : []));
}

describe('what a person reads', () => {
  const choices = exceptionKind.options.flatMap((kind) => EXCEPTION_GUIDE[kind].choices);
  it.each<[string, readonly string[]]>([
    ['refusals', REFUSALS.map(refusalSentence)],
    ['states of orders', STATES.map(statusWords)],
    ['kinds of operations', TYPES.map(operationWords)],
    ['reasons', [...Object.values(REJECT_WORDS), ...Object.values(SHORT_PICK_WORDS)]],
    ['exceptions', exceptionKind.options.flatMap((kind) => [EXCEPTION_GUIDE[kind].name, EXCEPTION_GUIDE[kind].meaning])],
    ['choices', choices.flatMap((choice) => [choice.sentence, effectSentence(choice, [], 1, 'Article A')])],
    ['explanations', explanations()],
  ])('has no code in it: %s', (_, sentences) => {
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences) expect(sentence).toMatch(/^[^_]{3,}$/);
  });
});
