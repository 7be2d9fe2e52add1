import { v7 as uuidv7 } from 'uuid';
import { useLocation } from 'wouter';
import { paysAtPickup } from '../../../domain/exchanges/exchange-pickup.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { handOverOrder } from '../../../domain/fulfillment/hand-over-order.ts';
import type { Strokes } from '../../../domain/fulfillment/pickup-signature.ts';
import { useReader, useRegister } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { exchangeBegunAt } from '../returns/exchange-begun.ts';
import type { Steps } from '../picking/use-steps.ts';

/** Stands for the id of a signature that is kept when the handover is recorded. */
export const WILL_BE_SIGNED = 'signed';

type DecideHandover = (order: FulfillmentOrder) => ReturnType<typeof handOverOrder>;

/**
 * Takes the handover of a pickup to the sale screen, as it is decided now. Who fetches it was checked here: no code is kept with the sale.
 * Nothing is recorded yet.
 */
export function useBeginSwap(order: FulfillmentOrder, steps: Pick<Steps, 'say'>): (decide: DecideHandover, signed: Strokes | null) => void {
  const register = useRegister();
  const reader = useReader();
  const [, navigate] = useLocation();
  return (decide, signed) => {
    const now = reader.get(fulfillmentOrderDocument, order.id) ?? order;
    const decided = decide(now);
    if (!decided.ok) return steps.say('bad', refusalSentence(decided.refusal));
    const handover = { ...decided.value.payload, proofId: null };
    if (handover.notTaken.length > 0 && !paysAtPickup(now)) return steps.say('bad', refusalSentence('swap_of_sale_order'));
    const pickup = { handover, signed: handover.lines?.length === 0 ? null : signed };
    exchangeBegunAt(register).setState({ number: order.orderNumber, returnId: uuidv7(), choices: [], pickup }, true);
    navigate('/sale');
  };
}
