import type { Refusal } from '../../../../domain/base/refusal.ts';
import type { Result } from '../../../../domain/base/result.ts';
import type { ReturnRequest, GivenBack } from '../../../../domain/returns/return-goods.ts';
import type { RecordContext } from '../../../kit/register-services.ts';
import { askedBack } from '../../returns/decide-return.ts';
import type { ExchangeInHand } from './use-exchange.ts';

/** What comes back, decided on what is known when it is recorded; or why it does not come back. */
export type AskBack = (context: Pick<RecordContext, 'reader' | 'openShift'>) => Result<Omit<ReturnRequest, 'receiptNumber'>, Refusal>;

/** @param givenBack what a terminal has given back for it. That is a fact, and the exchange is recorded then (rule J5). */
export function askBack({ found, choices, stays }: ExchangeInHand, givenBack: readonly GivenBack[] = []): AskBack {
  return (context) => askedBack({ found, choices, to: 'original', givenBack, voiding: null, stays }, context, givenBack.length > 0);
}
