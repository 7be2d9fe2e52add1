import { sql } from 'kysely';
import type { Candidate } from '../../domain/sourcing/source-order.ts';
import type { Tx } from '../db/database.ts';
import { isToBeCounted } from '../stock/to-be-counted.ts';
import { readOrdersLeft } from './read-orders-left.ts';
import type { SourcingJob } from './sourcing-job.ts';

/** A candidate whose stock is taken off as orders of one batch are decided one after the other. */
export type OpenCandidate = Candidate & { readonly available: Map<string, number>; ordersLeft?: number };

/** The SKUs that may come from anywhere, and for pickups the SKUs by store. */
function skusOf(jobs: readonly SourcingJob[]): { anywhere: string[]; atStore: { locationId: string; sku: string }[] } {
  const anywhere = new Set<string>();
  const atStore = new Map<string, { locationId: string; sku: string }>();
  for (const { destination, lines } of jobs) {
    for (const { sku } of lines) {
      if (destination.kind === 'store') atStore.set(`${destination.storeId}\n${sku}`, { locationId: destination.storeId, sku });
      else anywhere.add(sku);
    }
  }
  return { anywhere: [...anywhere], atStore: [...atStore.values()].filter((pair) => !anywhere.has(pair.sku)) };
}

/** Reads which active locations have something of what the jobs want, and how much they may promise of it. */
export async function loadCandidates(tx: Tx, jobs: readonly SourcingJob[]): Promise<OpenCandidate[]> {
  const { anywhere, atStore } = skusOf(jobs);
  // One JSON object a SKU: thousands of locations travel as a few texts instead of as rows.
  const { rows } = await sql<{ sku: string; available: Record<string, number> }>`
    select sku, json_object_agg(location_id, available) as available
    from (
      select sku, location_id, available from stock_levels where available > 0 and sku = any(${anywhere}::text[])
        and not ${isToBeCounted('stock_levels')}
      union all
      select level.sku, level.location_id, level.available
      from jsonb_to_recordset(${JSON.stringify(atStore)}::jsonb) as pair("locationId" text, sku text)
      join stock_levels level on level.location_id = pair."locationId" and level.sku = pair.sku
      where level.available > 0 and not ${isToBeCounted('level')}
    ) found
    group by sku`.execute(tx);
  const locations = await tx
    .selectFrom('locations')
    .select(['id', 'latitude', 'longitude'])
    .where('active', '=', true)
    .orderBy('id')
    .execute();
  const candidates = new Map(
    locations.map(({ id, latitude, longitude }): [string, OpenCandidate] => [
      id,
      { locationId: id, position: latitude === null || longitude === null ? null : { latitude, longitude }, available: new Map() },
    ]),
  );
  for (const [id, left] of await readOrdersLeft(tx)) {
    const candidate = candidates.get(id);
    if (candidate !== undefined) candidate.ordersLeft = left;
  }
  for (const { sku, available } of rows) {
    for (const [locationId, units] of Object.entries(available)) candidates.get(locationId)?.available.set(sku, units);
  }
  return [...candidates.values()];
}
