import { useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Strokes } from '../../../domain/fulfillment/pickup-signature.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import type { Steps } from '../picking/use-steps.ts';

/** The handover as a step, by the id of what was signed for it; null where nothing was. */
type StepOf = (proofId: string | null) => Parameters<Steps['take']>;

/** Records a handover. What was signed for it is kept before that: no handover names what is lost. */
export function useSignedHandover(fulfillmentOrderId: string, steps: Steps): (signed: Strokes | null, step: StepOf) => Promise<void> {
  const { signatures } = useRegister();
  const isKeeping = useRef(false);
  return async (signed, step) => {
    if (isKeeping.current) return;
    isKeeping.current = true;
    try {
      if (signed === null) return void (await steps.take(...step(null)));
      const proofId = uuidv7();
      const kept = await signatures.keep({ proofId, fulfillmentOrderId, strokes: signed });
      if (!kept.ok) return steps.say('bad', refusalSentence(kept.refusal));
      const recorded = await steps.take(...step(proofId));
      if (recorded.length === 0) await signatures.drop(proofId);
    } finally {
      isKeeping.current = false;
    }
  };
}
