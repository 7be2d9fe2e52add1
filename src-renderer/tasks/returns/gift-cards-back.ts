import type { Refusal } from '../../../domain/base/refusal.ts';
import { whyCardStays } from '../../../domain/stored-value/take-card-back.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import { type Choices, lineKey, refundsSoFar, type ReturnSource } from './return-form.ts';

/** Why a chosen gift card cannot come back; null where all can. Somebody may have spent its money since it was sold. */
export async function whyGiftCardsStay(
  { findStoredValue }: Pick<RegisterServices, 'findStoredValue'>,
  source: ReturnSource,
  choices: Choices,
  offlineCapMinor: number,
): Promise<Refusal | null> {
  const refunds = refundsSoFar(source, choices);
  const back = new Map<string, number>();
  for (const line of source.lines) {
    const refundMinor = refunds.get(lineKey(line)) ?? 0;
    if (line.kind === 'gift_card' && line.reference !== null && refundMinor > 0)
      back.set(line.reference, (back.get(line.reference) ?? 0) + refundMinor);
  }
  for (const [id, refundMinor] of back) {
    const known = await findStoredValue(id);
    const refusal = whyCardStays({ id, known, currency: source.currency, refundMinor, offlineCapMinor });
    if (refusal !== null) return refusal;
  }
  return null;
}
