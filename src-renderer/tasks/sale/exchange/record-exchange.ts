import type { Refusal } from '../../../../domain/base/refusal.ts';
import type { Result } from '../../../../domain/base/result.ts';
import type { GivenBack } from '../../../../domain/returns/return-goods.ts';
import { recordSigned } from '../../../kit/record-signed.ts';
import type { SignatureServices } from '../../../kit/signature-services.ts';
import type { BeyondTenders, CompletedSale } from '../record-sale.ts';
import { askBack } from './asked-exchange.ts';
import type { ExchangeInHand } from './use-exchange.ts';

type RecordWith = (beyond: Pick<BeyondTenders, 'askBack' | 'handover'>) => Promise<Result<CompletedSale, Refusal>>;

/**
 * Records the sale on the counter with what comes back for it, or with the pickup that is handed over with it.
 * @param givenBack what a terminal has given back for what comes back.
 */
export async function recordExchange(
  signatures: SignatureServices,
  inHand: ExchangeInHand,
  givenBack: readonly GivenBack[],
  recordWith: RecordWith,
): Promise<Result<CompletedSale, Refusal>> {
  const { swap } = inHand;
  if (swap === null) return recordWith({ askBack: askBack(inHand, givenBack) });
  const { handover, signed } = swap;
  const done = await recordSigned(signatures, {
    fulfillmentOrderId: handover.fulfillmentOrderId,
    signed,
    record: (proofId) => recordWith({ handover: { ...handover, proofId } }),
    isRecorded: ({ ok }) => ok,
  });
  return done.ok ? done.value : done;
}
