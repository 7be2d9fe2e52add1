import { OPERATIONS } from '../../domain/registry/registry.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf, nothingKnown, operationOf } from '../../test/support/examples.ts';
import { exceptionKind } from '../../domain/exceptions/exception.ts';
import { EXCEPTION_GUIDE } from '../../domain/exceptions/guide.ts';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import { type FulfillmentState, fulfillmentState } from '../../domain/fulfillment/fulfillment-order.ts';
import { operationName } from './reason-words.ts';
import { REFUSALS } from '../../domain/base/refusal.ts';
import { effectSentence } from './exceptions/effect-words.ts';
import { choiceSentence, exceptionMeaning, exceptionName, whatHappened } from './exceptions/exception-words.ts';
import { rejectReasonWords, shortPickWords, statusWords } from './order-words.ts';
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
const TYPES = OPERATIONS.map((definition) => definition.type);

/** What exceptions say about an order that was handed over and worked on in every state, and about one that nobody knows. */
function explanations(): string[] {
  const handedOver = operationOf({
    type: 'order_handed_over',
    payload: { fulfillmentOrderId: 'F1', verifiedBy: 'pickup_code', lines: null },
  });
  const picked = operationOf({ type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1 } });
  const readers = [nothingKnown, ...STATES.map((state) => DocumentMap.of(fulfillmentOrderDocument, fulfillmentOrderOf({ state })))];
  const effects = readers.flatMap((reader) => [handedOver, picked].flatMap((one) => applyOperation(reader, one)));
  return exceptionDocument.in(effects).map((one) => whatHappened(one, []));
}

describe('what a person reads', () => {
  const choices = exceptionKind.options.flatMap((kind) => EXCEPTION_GUIDE[kind].choices);
  it.each<[string, readonly string[]]>([
    ['refusals', REFUSALS.map(refusalSentence)],
    ['states of orders', STATES.map(statusWords)],
    ['kinds of operations', TYPES.map(operationName)],
    ['reasons', [...Object.values(rejectReasonWords()), ...Object.values(shortPickWords())]],
    ['exceptions', exceptionKind.options.flatMap((kind) => [exceptionName(kind), exceptionMeaning(kind)])],
    ['choices', exceptionKind.options.flatMap((kind) => EXCEPTION_GUIDE[kind].choices.map(({ id }) => choiceSentence(kind, id) ?? id))],
    ['effects', choices.map((choice) => effectSentence(choice, [], 1, 'Article A'))],
    ['explanations', explanations()],
  ])('has no code in it: %s', (_, sentences) => {
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences) expect(sentence).toMatch(/^[^_]{3,}$/);
  });
});
