import type { Refusal } from '../../../domain/base/refusal.ts';
import { chargeAccount, roomOnAccount } from '../../../domain/stored-value/on-account.ts';
import { whyCardStays } from '../../../domain/stored-value/take-card-back.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import { type Choices, lineKey, refundsSoFar, type ReturnSource } from './return-form.ts';

/** The most that may be taken off one without the server, in minor units. */
export interface OfflineCaps {
  readonly cardMinor: number;
  readonly accountMinor: number;
}

/** What is refunded for lines of a kind, in minor units, by the card or the account. */
function refundedFor(source: ReturnSource, choices: Choices, kind: 'gift_card' | 'account_payment'): ReadonlyMap<string, number> {
  const refunds = refundsSoFar(source, choices);
  const back = new Map<string, number>();
  for (const line of source.lines) {
    const refundMinor = refunds.get(lineKey(line))?.refundMinor ?? 0;
    if (line.kind === kind && line.reference !== null && refundMinor > 0)
      back.set(line.reference, (back.get(line.reference) ?? 0) + refundMinor);
  }
  return back;
}

/**
 * Why a chosen gift card or payment on an account cannot be given back; null where all can. Somebody may have spent the money of the
 * card since, or bought on the account up to its limit.
 */
export async function whyLoadsStay(
  { findStoredValue }: Pick<RegisterServices, 'findStoredValue'>,
  source: ReturnSource,
  choices: Choices,
  { cardMinor, accountMinor }: OfflineCaps,
): Promise<Refusal | null> {
  const { currency } = source;
  for (const [id, refundMinor] of refundedFor(source, choices, 'gift_card')) {
    const known = await findStoredValue(id);
    const refusal = whyCardStays({ id, known, currency, refundMinor, offlineCapMinor: cardMinor });
    if (refusal !== null) return refusal;
  }
  for (const [id, refundMinor] of refundedFor(source, choices, 'account_payment')) {
    const room = roomOnAccount(await findStoredValue(id), currency, accountMinor);
    const owed = room.ok ? chargeAccount(id, room.value, refundMinor, false) : room;
    if (!owed.ok) return owed.refusal === 'account_limit_reached' ? 'account_payment_used' : owed.refusal;
  }
  return null;
}
