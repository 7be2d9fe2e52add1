import { sql } from 'kysely';
import { ordersPaused, ordersResumed } from '../../domain/capacity/operations.ts';
import { operation as anyOperation } from '../../domain/registry/operations.ts';
import type { Audited } from './audited.ts';

/** A transaction reads the pause before it reserves, and both have the time of their beginning. */
const SLACK_MS = 5_000;

interface Pause {
  readonly storeId: string;
  readonly from: number;
  until: number;
}

/** The pauses of all stores, from when the pool had taken them in until they ended: reckoned from what people recorded. */
async function pausesOf({ pool: { db } }: Audited): Promise<Pause[]> {
  const rows = await db
    .selectFrom('operations')
    .select(['body', 'store_id', 'received_at'])
    .where('outcome', '=', 'applied')
    .where('type', 'in', [ordersPaused.type, ordersResumed.type])
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  const pauses: Pause[] = [];
  for (const { body, store_id: storeId, received_at: receivedAt } of rows) {
    const at = receivedAt.getTime();
    for (const one of pauses) if (one.storeId === storeId) one.until = Math.min(one.until, at);
    const done = anyOperation.parse(body);
    if (ordersPaused.is(done)) pauses.push({ storeId, from: at, until: Date.parse(done.payload.until) });
  }
  return pauses;
}

/** No store that was paused was asked for an order to ship. */
export async function compareCapacity(world: Audited): Promise<string[]> {
  const pauses = await pausesOf(world);
  if (pauses.length === 0) return [];
  const { rows } = await sql<{ id: string; locationId: string; at: Date }>`
    select distinct f.id, f.location_id as "locationId", m.at from stock_movements m join fulfillment_orders f on f.id = m.cause_id
    where m.cause = 'reservation' and f.kind = 'ship'`.execute(world.pool.db);
  return rows.flatMap(({ id, locationId, at }) => {
    const moment = at.getTime();
    const isIn = (one: Pause) => one.storeId === locationId && moment > one.from + SLACK_MS && moment < one.until - SLACK_MS;
    return pauses.some(isIn) ? [`P3: ${locationId} was asked for ${id} while it took no orders to ship`] : [];
  });
}
