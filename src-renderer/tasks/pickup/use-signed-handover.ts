import { useRef } from 'react';
import type { Strokes } from '../../../domain/fulfillment/pickup-signature.ts';
import { recordSigned } from '../../kit/record-signed.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import type { Steps } from '../picking/use-steps.ts';

/** The handover as a step, by the id of what was signed for it; null where nothing was. */
type StepOf = (proofId: string | null) => Parameters<Steps['take']>;

/** Records a handover, with what was signed for it. */
export function useSignedHandover(fulfillmentOrderId: string, steps: Steps): (signed: Strokes | null, step: StepOf) => Promise<void> {
  const { signatures } = useRegister();
  const isKeeping = useRef(false);
  return async (signed, step) => {
    if (isKeeping.current) return;
    isKeeping.current = true;
    try {
      const record = (proofId: string | null) => steps.take(...step(proofId));
      const done = await recordSigned(signatures, { fulfillmentOrderId, signed, record, isRecorded: (recorded) => recorded.length > 0 });
      if (!done.ok) steps.say('bad', refusalSentence(done.refusal));
    } finally {
      isKeeping.current = false;
    }
  };
}
