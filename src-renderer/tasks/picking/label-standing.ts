import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { knownWords, words } from '../../../texts/words/words.ts';

/** Why the carrier made no label, or cannot be asked, in a sentence. */
export function labelReason(code: string): string {
  return knownWords(`jobs.error.${code}`) ?? knownWords(`refusal.${code}`) ?? words('label.otherReason', { code });
}

/** Where a label stands, what that means, and why. */
export function labelStanding({
  state,
  trackingNumber,
  cost,
  reason,
}: Pick<ParcelLabel, 'state' | 'trackingNumber' | 'cost' | 'reason'>): string {
  // That it did not answer says the state already.
  const isSaid = reason === null || (state === 'unknown' && reason === 'carrier_answer_lost');
  const why = isSaid ? '' : ` ${labelReason(reason)}`;
  if (state === 'have') {
    const price = cost === null ? '' : ` · ${formatMoney(cost.minor, cost.currency)}`;
    return `${trackingNumber ?? ''}${price}${why}`;
  }
  return `${words(`label.state.${state}`)}${why}`;
}
