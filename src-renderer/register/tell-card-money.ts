import type { Refusal } from '../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type CardMoneyTold, decideCardTold, TELL_AFTER_MS } from '../../domain/payments/card-told.ts';
import { cardMoneyTold } from '../../domain/payments/operations.ts';
import type { Attempts, CardsOptions } from './card-attempts.ts';

/** Records what a person says of money that goes back, and ends the attempt. Refused while the terminal may still answer. */
export async function tellCardMoney(
  { record, now }: Pick<CardsOptions, 'record' | 'now'>,
  attempts: Pick<Attempts, 'get' | 'start'>,
  told: CardMoneyTold,
): Promise<Result<unknown, Refusal>> {
  const since = attempts.get(told.id)?.trail.findLast(({ state }) => state === 'reversing')?.at;
  if (since !== undefined && now() - since < TELL_AFTER_MS) return refuse('terminal_is_asked');
  const recorded = await record(({ reader }) => {
    const decided = decideCardTold(reader, told);
    return decided.ok ? accept(cardMoneyTold.request(decided.value)) : decided;
  });
  if (recorded.ok) attempts.start(told.id, { kind: 'reversal_told', isReversed: told.wentBack });
  return recorded;
}
