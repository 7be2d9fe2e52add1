import { sql } from 'kysely';
import { z } from 'zod';
import { type SilentStores, silentStores } from '../../domain/stock/settings.ts';
import { readSetting } from '../settings/read-setting.ts';
import { stalenessBuffer } from '../../domain/stock/staleness-buffer.ts';
import type { Tx } from '../db/database.ts';
import { defineJob } from '../jobs/define-job.ts';
import { makeJobs } from '../jobs/make-jobs.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { writeBuffers } from './clear-staleness-buffers.ts';

/** A new store counts as watched for so many days at least, so that a busy first hour is no month's demand. */
const LEAST_WATCHED_DAYS = 7;

/**
 * How long a store may have sold unheard, in days; below zero while its drawers are closed and it is not yet missed. A drawer
 * that has been open for days is one of a register that is gone, and nobody sells from it at night.
 * Instants are compared as texts: the database cannot read every one that a till's clock may give.
 */
function silentDays({ closedHours }: SilentStores) {
  return sql<number>`(extract(epoch from now() - last_heard_at) / 86400 - case
    when exists (select 1 from shifts where shifts.store_id = locations.id and shifts.body -> 'closed' = 'null'
      and shifts.body ->> 'openedAt' collate "C"
        > to_char((last_heard_at - interval '2 days') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS')) then 0
    else ${closedHours}::float8 / 24 end)::float8`;
}

/** Stores that were heard once, are silent now, and whose trust was not reckoned lately. */
function isDue(settings: SilentStores, everyMs: number) {
  return sql<boolean>`kind = 'store' and last_heard_at is not null
    and (trust_reckoned_at is null or trust_reckoned_at < now() - make_interval(secs => ${everyMs / 1000}::float8))
    and ${silentDays(settings)} > ${settings.graceMinutes / (24 * 60)}::float8`;
}

interface SoldLevel {
  readonly sku: string;
  readonly page: number;
  readonly onHand: number;
  readonly before: number;
  readonly soldUnits: number;
}

/** What the store sold over its counters before it fell silent, and what is held back of what it has. */
async function readDemand(tx: Tx, storeId: string, watchedDays: number): Promise<SoldLevel[]> {
  const { rows } = await sql<SoldLevel>`
    with sold as (
      select m.sku, -sum(m.on_hand) as units from stock_movements m join locations on locations.id = m.location_id
      where m.location_id = ${storeId} and m.cause = 'sale'
        and m.at > locations.last_heard_at - make_interval(secs => ${watchedDays * 86_400}::float8)
      group by m.sku
    )
    select l.sku, l.page, l.on_hand as "onHand", l.staleness_buffer as before, coalesce(sold.units, 0)::bigint as "soldUnits"
    from stock_levels l left join sold on sold.sku = l.sku
    where l.location_id = ${storeId} and (sold.units > 0 or l.staleness_buffer <> 0)`.execute(tx);
  return rows;
}

/**
 * Holds back, of what a silent store has, what its counters may have sold since it was last heard (rule P5). Promises that
 * were made stay, and so do on hand, reserved and their movements: only what may still be promised shrinks.
 * @param everyMs a store whose trust was reckoned within so many milliseconds, here or on another server, is left as it is.
 * @returns the levels of which another number is held back now; none when another server is at this store.
 */
export async function distrustStore(tx: Tx, storeId: string, everyMs: number): Promise<number> {
  const settings = await readSetting(tx, silentStores);
  const {
    rows: [store],
  } = await sql<{ silentDays: number; watchedDays: number }>`
    select ${silentDays(settings)} as "silentDays", least(${settings.watchedDays}::float8, greatest(${LEAST_WATCHED_DAYS}::float8, coalesce(
      extract(epoch from last_heard_at - (select min(enrolled_at) from registers where store_id = locations.id))::float8 / 86400,
      ${settings.watchedDays}::float8))) as "watchedDays"
    from locations where id = ${storeId} and ${isDue(settings, everyMs)} for no key update skip locked`.execute(tx);
  if (store === undefined) return 0;
  const levels = (await readDemand(tx, storeId, store.watchedDays))
    .map((level) => ({ ...level, locationId: storeId, buffer: stalenessBuffer({ ...level, ...store, risk: settings.risk }) }))
    .filter((level) => level.buffer !== level.before);
  const changeItems: ChangeItem[] = [];
  await writeBuffers(
    tx,
    levels.map(({ locationId, sku, page, buffer }) => ({ locationId, sku, page, buffer })),
    changeItems,
  );
  await sql`update locations set trust_reckoned_at = now() where id = ${storeId}`.execute(tx);
  await allocateChanges(tx, changeItems);
  return levels.length;
}

/** The stores that are silent, and whose trust was not reckoned within so many milliseconds. */
export async function findSilentStores(tx: Tx, everyMs: number): Promise<string[]> {
  const settings = await readSetting(tx, silentStores);
  const due = await tx.selectFrom('locations').select('id').where(isDue(settings, everyMs)).orderBy('id').execute();
  return due.map(({ id }) => id);
}

const EVERY_MS = 5 * 60_000;
/** A look comes a little early or late; half of the time between two is far from both. */
const RECKONED_WITHIN_MS = EVERY_MS / 2;

export const distrustStoreJob = defineJob({
  kind: 'distrust_store',
  schema: z.strictObject({ storeId: z.string() }),
  run: async (tx, { storeId }) => ({ changed: await distrustStore(tx, storeId, RECKONED_WITHIN_MS) }),
});

export const distrustSilentStoresJob = defineJob({
  kind: 'distrust_silent_stores',
  schema: z.strictObject({}),
  recurs: { everyMs: EVERY_MS, payload: {} },
  async run(tx) {
    const stores = await findSilentStores(tx, RECKONED_WITHIN_MS);
    await makeJobs(
      tx,
      stores.map((storeId) => distrustStoreJob.make(storeId, { storeId })),
    );
    return { changed: 0 };
  },
});
