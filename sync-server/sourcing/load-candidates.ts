import { sql } from 'kysely';
import type { RuleCandidate } from '../../domain/sourcing/rules/ask-places.ts';
import type { Tx } from '../db/database.ts';
import { isToBeCounted } from '../stock/to-be-counted.ts';
import { readOrdersLeft } from './read-orders-left.ts';
import type { SourcingJob } from './sourcing-job.ts';

/** A candidate whose stock is taken off as orders of one batch are decided one after the other. */
export type OpenCandidate = RuleCandidate & {
  readonly available: Map<string, number>;
  readonly soldAWeek: Map<string, number>;
  ordersLeft?: number;
  isPaused?: boolean;
};

/** What counters sold in so many weeks says what they sell in one. */
const WATCHED_WEEKS = 4;

/** Reads what each location that has some of these SKUs sold of them over its counters lately. */
async function readSoldAWeek(tx: Tx, skus: readonly string[], candidates: ReadonlyMap<string, OpenCandidate>): Promise<void> {
  const { rows } = await sql<{ locationId: string; sku: string; units: number }>`
    select l.location_id as "locationId", l.sku, sold.units::float8 as units from stock_levels l cross join lateral (
      select -sum(m.on_hand) as units from stock_movements m where m.location_id = l.location_id and m.sku = l.sku and m.cause = 'sale'
        and m.at > now() - make_interval(weeks => ${WATCHED_WEEKS}::int)) sold
    where l.sku = any(${skus}::text[]) and l.available > 0 and sold.units > 0`.execute(tx);
  for (const { locationId, sku, units } of rows) candidates.get(locationId)?.soldAWeek.set(sku, units / WATCHED_WEEKS);
}

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

/**
 * Reads which active locations have something of what the jobs want, and how much they may promise of it.
 * @param isSoldAsked whether a rule asks what they sell in a week.
 */
export async function loadCandidates(tx: Tx, jobs: readonly SourcingJob[], isSoldAsked: boolean): Promise<OpenCandidate[]> {
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
    .select(['id', 'kind', 'latitude', 'longitude'])
    .where('active', '=', true)
    .orderBy('id')
    .execute();
  const candidates = new Map(
    locations.map(({ id, kind, latitude, longitude }): [string, OpenCandidate] => {
      const position = latitude === null || longitude === null ? null : { latitude, longitude };
      return [id, { locationId: id, kind, position, available: new Map(), soldAWeek: new Map() }];
    }),
  );
  for (const [id, { left, isPaused }] of await readOrdersLeft(tx)) {
    const candidate = candidates.get(id);
    if (candidate === undefined) continue;
    candidate.ordersLeft = left;
    candidate.isPaused = isPaused;
  }
  for (const { sku, available } of rows) {
    for (const [locationId, units] of Object.entries(available)) candidates.get(locationId)?.available.set(sku, units);
  }
  if (isSoldAsked) await readSoldAWeek(tx, [...new Set(jobs.flatMap(({ lines }) => lines.map(({ sku }) => sku)))], candidates);
  return [...candidates.values()];
}
