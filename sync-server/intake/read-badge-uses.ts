import { badgeUse, type BadgeUse } from '../../domain/associates/settings.ts';
import { badgeApprovers, type BadgeUsesSince } from '../../domain/registry/badge-approvals.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Tx } from '../db/database.ts';
import { oldestOf, saidSince, type Saying, sayings } from './said-since.ts';

/** Reads what badges are good for, now or since the oldest of a batch; null, and nothing is read, where no badge approved anything. */
export async function readBadgeUses(tx: Tx, operations: readonly Operation[]): Promise<BadgeUsesSince | null> {
  const byBadge = operations.filter((one) => badgeApprovers(one).length > 0);
  if (byBadge.length === 0) return null;
  const { rows } = await sayings(badgeUse.key, [...new Set(byBadge.map(({ storeId }) => storeId))], oldestOf(byBadge)).execute(tx);
  const said = new Map<string, Saying<BadgeUse>[]>();
  for (const { place, said: value, until } of rows)
    said.set(place, [...(said.get(place) ?? []), { value: badgeUse.read(value) ?? null, until }]);
  return (storeId, at) => saidSince(said, badgeUse.standard, storeId, at);
}
