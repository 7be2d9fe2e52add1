import { v7 as uuidv7 } from 'uuid';
import type { Refusal } from '../../domain/base/refusal.ts';
import { accept, type Result } from '../../domain/base/result.ts';
import type { Strokes } from '../../domain/fulfillment/pickup-signature.ts';
import type { SignatureServices } from './signature-services.ts';

interface Signing<T> {
  readonly fulfillmentOrderId: string;
  /** What the customer has signed; null where they did not. */
  readonly signed: Strokes | null;
  /** Records the handover. @param proofId names what was signed; null where nothing was. */
  readonly record: (proofId: string | null) => Promise<T>;
  readonly isRecorded: (result: T) => boolean;
}

/**
 * Records a handover. What was signed for it is kept before that: no handover names what is lost. Refuses where it cannot be kept, and
 * drops it where nothing was recorded.
 */
export async function recordSigned<T>(
  signatures: SignatureServices,
  { fulfillmentOrderId, signed, record, isRecorded }: Signing<T>,
): Promise<Result<T, Refusal>> {
  if (signed === null) return accept(await record(null));
  const proofId = uuidv7();
  const kept = await signatures.keep({ proofId, fulfillmentOrderId, strokes: signed });
  if (!kept.ok) return kept;
  const result = await record(proofId);
  if (!isRecorded(result)) await signatures.drop(proofId);
  return accept(result);
}
