import { storeScope } from '../../domain/base/scope.ts';
import type { Result } from '../../domain/base/result.ts';
import type { Db } from '../db/database.ts';
import { hearFromStores } from './hear-from-stores.ts';
import { type Pulled, type PullRefusal, type PullRequest, pullTogether } from './pull-changes.ts';

/**
 * Answers what several registers pull at once, and hears from their stores: two statements, however many there are.
 * @returns one answer for each request, in their order.
 */
export async function answerPulls(db: Db, requests: readonly PullRequest[]): Promise<Result<Pulled, PullRefusal>[]> {
  const pulled = await pullTogether(db, requests);
  const heard = requests.filter((_, n) => pulled[n]?.ok === true);
  await hearFromStores(
    db,
    heard.map(({ storeId, checkpoint }) => ({ storeId, presentedSeq: checkpoint[storeScope(storeId)] ?? 0 })),
  );
  return pulled;
}
