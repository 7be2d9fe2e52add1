import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import {
  type FulfillmentLine,
  type FulfillmentOrder,
  type ShortPickReason,
  unitsToPick,
} from '../../../domain/fulfillment/fulfillment-order.ts';
import { handOverOrder } from '../../../domain/fulfillment/hand-over-order.ts';
import { checkPickupCode, type Proof } from '../../../domain/fulfillment/identity.ts';
import { pickupKeyDocument } from '../../../domain/fulfillment/pickup-key.ts';
import { pickItem, pickLine } from '../../../domain/fulfillment/pick-item.ts';
import type { Strokes } from '../../../domain/fulfillment/pickup-signature.ts';
import { pickupIdentity, pickupSignatureRule } from '../../../domain/fulfillment/settings.ts';
import { shortPickLine } from '../../../domain/fulfillment/short-pick-line.ts';
import { stageOrder } from '../../../domain/fulfillment/stage-order.ts';
import { unitWords, whatHappensTo } from '../../kit/order-words.ts';
import { useDocumentList, useRegister, useSetting } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import { nameScanned, resolveItem } from '../picking/resolve-item.ts';
import type { Steps } from '../picking/use-steps.ts';
import { waitSentence } from './code-guesses.ts';
import { notTakenOf, type Stays, stayingOf } from './not-taken.ts';
import { refundWords } from './StayingNotice.tsx';
import type { CodeGuessCounter } from './use-code-guesses.ts';
import { useBeginSwap, WILL_BE_SIGNED } from './use-begin-swap.ts';
import { useSignedHandover } from './use-signed-handover.ts';
import { words } from '../../../texts/words/words.ts';

export interface PickupStepsOptions {
  readonly order: FulfillmentOrder;
  readonly steps: Steps;
  readonly guesses: CodeGuessCounter;
  readonly onCode: (code: string | null) => void;
  /** Opens what a code belongs to; gives null, or why nothing was opened. */
  readonly onFind: (code: string) => Promise<string | null>;
}

/** What a person does with a pickup, and is told of it. */
export interface PickupSteps {
  /** Picks what a code stands for, or opens the order that it belongs to; gives why neither was done. */
  pick(code: string): Promise<string | null>;
  pickLine(line: FulfillmentLine, quantity: number): void;
  giveUp(line: FulfillmentLine, reason: ShortPickReason): void;
  stage(place: string): void;
  /** Compares a code with that of this order and keeps it for the handover; gives why it is not right. */
  check(code: string): string | null;
  /**
   * @param proof how it was found out who fetches it. @param stays what the customer does not take.
   * @param signed what they signed for the rest; null where they did not.
   */
  handOver(proof: Proof, stays: Stays, signed: Strokes | null): void;
  /** Takes the handover to the sale, where what stays pays for other goods. Nothing is recorded yet. */
  swap(proof: Proof, stays: Stays, signed: Strokes | null): void;
}

export function usePickupSteps({ order, steps, guesses, onCode, onFind }: PickupStepsOptions): PickupSteps {
  const { catalog } = useRegister();
  const rule = useSetting(pickupSignatureRule);
  const handOverSigned = useSignedHandover(order.id, steps);
  const beginSwap = useBeginSwap(order, steps);
  const accepted = useSetting(pickupIdentity);
  const keys = useDocumentList(pickupKeyDocument);

  /** Decides on the order as it is when the step is recorded. */
  const now =
    (decide: (order: FulfillmentOrder) => ReturnType<Decide>): Decide =>
    ({ reader }) =>
      decide(reader.get(fulfillmentOrderDocument, order.id) ?? order);

  function take(decide: (now: FulfillmentOrder) => ReturnType<Decide>, done: string): void {
    void steps.take([now(decide)], done);
  }

  return {
    async pick(scanned) {
      const item = resolveItem([order], catalog, scanned);
      if (!item.ok) return (await onFind(scanned)) === null ? null : item.refusal;
      const name = order.lines.find((line) => line.sku === item.value)?.name ?? catalog.product(item.value)?.name;
      return steps.takeScan(
        nameScanned(scanned, name),
        now((order) => pickItem([order], item.value)),
        words('pickup.oneMore', { name: name ?? item.value }),
      );
    },
    pickLine(line, quantity) {
      take((now) => pickLine(now, line.lineNo, quantity), words('pickup.picked', { name: line.name, units: unitWords(quantity) }));
    },
    giveUp(line, reason) {
      take(
        (now) => shortPickLine(now, line.lineNo, reason),
        words('picking.nameThen', { name: line.name, sentence: whatHappensTo('pickup', unitsToPick(line)) }),
      );
    },
    stage(place) {
      take((now) => stageOrder(now, place), words('pickup.readyAt', { place }));
    },
    check(entered) {
      const wait = guesses.waitOf(order.id);
      if (wait > 0) return waitSentence(wait);
      const checked = checkPickupCode(order, entered, keys);
      if (!checked.ok) {
        // An article is nobody's guess at a code.
        if (catalog.lookup(entered) === undefined) guesses.wrong(order.id);
        onCode(null);
        return refusalSentence(checked.refusal);
      }
      guesses.right(order.id);
      onCode(entered);
      steps.clearMessage();
      return null;
    },
    swap(proof, stays, signed) {
      const proofId = signed === null ? null : WILL_BE_SIGNED;
      beginSwap((one) => handOverOrder(one, proof, accepted, notTakenOf(order, stays), keys, { rule, proofId }), signed);
    },
    handOver(proof, stays, signed) {
      const left = stayingOf(order, stays);
      const back = left.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      const done = left.length === 0 ? words('pickup.goodbye') : words('pickup.goodbyePart', { refund: refundWords(order, back) });
      void handOverSigned(signed, (proofId) => [
        [now((one) => handOverOrder(one, proof, accepted, notTakenOf(order, stays), keys, { rule, proofId }))],
        done,
      ]);
    },
  };
}
