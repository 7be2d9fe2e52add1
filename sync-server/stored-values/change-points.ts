import { accept, refuse, type Result } from '../../domain/base/result.ts';
import type { PointsAdjustRequest, PointsBalance } from '../../domain/loyalty/points-protocol.ts';
import { storedValueAdjusted } from '../../domain/stored-value/operations.ts';
import { POINTS_CURRENCY, pointsId } from '../../domain/stored-value/stored-value.ts';
import type { Actor } from '../access/actor.ts';
import { readCustomer } from '../customers/find-customers.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { findStoredValue, recordChange, recordedBefore, type StoredValueRefusal } from './change-stored-value.ts';

/** How many points a customer has. */
export async function readPoints(db: Db, customerId: string): Promise<PointsBalance> {
  return { customerId, points: (await findStoredValue(db, pointsId(customerId)))?.balanceMinor ?? 0 };
}

/** Gives a customer points, or takes them, by an operation of the head office. The same request again changes nothing. */
export function adjustPoints(
  db: Db,
  customerId: string,
  { operationId, storeId, points, reason, note }: PointsAdjustRequest,
  by: Actor,
  at = new Date(),
): Promise<Result<PointsBalance, StoredValueRefusal>> {
  const id = pointsId(customerId);
  const payload = { storedValueId: id, kind: 'points', currency: POINTS_CURRENCY, differenceMinor: points, reason, note } as const;
  const request = storedValueAdjusted.request(payload);
  return transact(db, async (tx) => {
    const known = await findStoredValue(tx, id);
    const home = known?.storeId ?? storeId;
    const change = {
      operationId,
      id,
      storeId: home,
      request,
      code: 'points.adjust',
      subject: customerId,
      after: { points, reason },
    } as const;
    const before = await recordedBefore(tx, operationId, request, id);
    if (before === undefined && (await readCustomer(tx, customerId)) === undefined) return refuse('unknown_customer');
    const store = await tx.selectFrom('locations').select('id').where('id', '=', home).executeTakeFirst();
    if (before === undefined && store === undefined) return refuse('unknown_store');
    const changed = before ?? (await recordChange(tx, change, by, at));
    return changed.ok ? accept({ customerId, points: changed.value.balanceMinor }) : changed;
  });
}
