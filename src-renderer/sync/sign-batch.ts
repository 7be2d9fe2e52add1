import { type BatchSignature, type SignedPlace, signedText } from '../../domain/base/signature.ts';

/** Signs a batch for its newest operation (rule A4). */
export type SignBatch = (newest: SignedPlace) => Promise<BatchSignature>;

/** Signs batches of a register. One that is sent again is not signed again. @param sign signs a text with the register's key. */
export function createSigner(registerId: string, sign: (text: string) => Promise<string>): SignBatch {
  let last: BatchSignature | null = null;
  return async ({ seq, hash }) => {
    if (last?.seq !== seq || last.hash !== hash) last = { seq, hash, value: await sign(signedText(registerId, { seq, hash })) };
    return last;
  };
}
