import { createPublicKey, verify } from 'node:crypto';
import { fault } from '../../domain/base/fault.ts';
import { type Reason, reasonOf } from '../../domain/quarantine/reason.ts';
import { type BatchSignature, leadsTo, type PublicKey, signedText } from '../../domain/base/signature.ts';

/** What is wrong with how a batch is signed (rule A4). */
export type SignatureFault = Reason<'signature_missing' | 'signature_wrong'>;

export interface SignedBatch {
  readonly registerId: string;
  readonly operations: readonly unknown[];
  readonly signature: BatchSignature | undefined;
}

/** Whether signatures can be checked with this key: its coordinates are a point on the curve. */
export function isUsableKey(key: PublicKey): boolean {
  try {
    createPublicKey({ key, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Checks that the register signed this batch: its operations follow one another up to the one that the signature names, and the
 * signature is by its key. Takes about 0.1 ms.
 * @param key of the register; null where the server knows none.
 * @returns null when all of that holds.
 */
export function signatureFault({ registerId, operations, signature }: SignedBatch, key: PublicKey | null): SignatureFault | null {
  if (key === null) return reasonOf('signature_missing', fault('key_unknown', { register: registerId }));
  if (signature === undefined) return reasonOf('signature_missing', fault('not_signed', { register: registerId }));
  if (!leadsTo(operations, signature)) return reasonOf('signature_wrong', fault('other_batch'));
  const holds = verify(
    'sha256',
    Buffer.from(signedText(registerId, signature)),
    { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature.value, 'base64url'),
  );
  return holds ? null : reasonOf('signature_wrong', fault('other_key', { register: registerId }));
}
