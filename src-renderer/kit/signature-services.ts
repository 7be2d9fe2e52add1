import type { PickupSignature } from '../../domain/fulfillment/pickup-signature-protocol.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { Result } from '../../domain/base/result.ts';

/** What customers sign, beside the journal (rule A2). */
export interface SignatureServices {
  /** Keeps a signature on the device until the server has it. Resolves when it is durable, with or without a connection. */
  keep(signature: PickupSignature): Promise<Result<null, Refusal>>;
  /** Drops one whose handover was not recorded. Never rejects. */
  drop(proofId: string): Promise<void>;
}
